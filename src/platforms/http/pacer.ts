import {
  FRESH_PACE,
  mergedPace,
  learnPace,
  pauseBetween,
  requestsAtOnce,
  restedPace,
  type Pace,
  type PacedRequest,
} from "../../domain/requests/pace";
import type { Pacer } from "../deps";

export type End = PacedRequest["end"];

interface PacerDeps {
  now(): number;
  sleep(ms: number): Promise<void>;
}

export function openPacer({ now, sleep }: PacerDeps): Pacer {
  let pace: Pace = FRESH_PACE;
  let most: number | undefined;
  let active = 0;
  let endedAt = 0;
  const waiting: (() => void)[] = [];
  const limit = () => Math.max(1, Math.min(requestsAtOnce(pace), most ?? Infinity));

  async function enter(): Promise<void> {
    pace = restedPace(pace, now());
    while (active >= limit()) await new Promise<void>((resolve) => waiting.push(resolve));
    active += 1;
  }
  function leave(): void {
    active -= 1;
    endedAt = now();
    for (const wake of waiting.splice(0)) wake();
  }
  return {
    async run(kind, request, endOf) {
      await enter();
      try {
        const restMs = endedAt + pauseBetween(pace) - now();
        if (restMs > 0) await sleep(restMs);
        const begunAt = now();
        const outcome = await request();
        const end = endOf(outcome);
        pace = learnPace(pace, { kind, end, tookMs: now() - begunAt }, now());
        return outcome;
      } finally {
        leave();
      }
    },
    snapshot() {
      const rested = restedPace(pace, now());
      return { limit: rested.limit, slowedAt: rested.slowedAt };
    },
    merge(other) {
      pace = mergedPace(pace, other);
    },
    share(given) {
      most = given;
    },
  };
}
