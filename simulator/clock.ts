import type { Storage } from "./storage";

/** The time of a simulated world: real time plus an offset that the control API may move forward. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Epoch milliseconds of the callers' clock, which the control API does not move; absent: `now`. */
  wall?(): number;
  /** Moves the world forward, never back. */
  advance(ms: number): void;
}

/** A clock whose offset survives with the storage; `base` is the real clock, or a fixed one in tests. */
export function worldClock(storage: Storage, base: () => number = Date.now): Clock {
  const offset = () => storage.get<number>("clock", "offset") ?? 0;
  return {
    now: () => base() + offset(),
    wall: base,
    advance: (ms) => storage.put("clock", "offset", offset() + Math.max(0, ms)),
  };
}
