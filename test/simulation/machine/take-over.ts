import { useSameTurnCrypto } from "./crypto";
import { usePlainHttp } from "./plain-http";
import type { Timeline } from "./timeline";

/** The clock, timers, requests and cryptography of the whole process follow the timeline from here on. */
export function takeOver(timeline: Timeline): void {
  useSameTurnCrypto();
  usePlainHttp();
  const RealDate = Date;
  class TimelineDate extends RealDate {
    constructor(...parts: [] | [number | string | Date]) {
      if (parts.length === 0) super(timeline.now());
      else super(...parts);
    }
    static override now(): number {
      return timeline.now();
    }
  }
  globalThis.Date = TimelineDate as DateConstructor;
  const timers = new Map<number, () => void>();
  let number = 0;
  globalThis.setTimeout = ((run: () => void, ms = 0) => {
    number += 1;
    timers.set(
      number,
      timeline.at(timeline.now() + ms, () => run()),
    );
    return number;
  }) as unknown as typeof setTimeout;
  globalThis.clearTimeout = ((id: number) => {
    timers.get(id)?.();
    timers.delete(id);
  }) as unknown as typeof clearTimeout;
}
