import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeFailure, type RetryRule } from "../../../src/domain/errors/back-off";
import { SyncError, type ErrorFacts, type Remedy } from "../../../src/domain/errors/sync-error";
import { blockBucket, fullBucket, takeTokens } from "../../../src/domain/requests/token-bucket";

const RULE: RetryRule = { baseMs: 1_000, capMs: 60_000, maxTries: 5, uncertainMs: 20_000 };
const judge = (remedy: Remedy, tries: number, facts: ErrorFacts = {}, random = 0.5) =>
  judgeFailure(new SyncError(remedy, "x.y", facts), tries, RULE, 0, () => random);

describe("after a failed try", () => {
  it("the pause doubles up to the cap, with full jitter", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (tries, random) => {
          const verdict = judge("retry", tries, {}, random);
          const ceiling = Math.min(60_000, 1_000 * 2 ** (tries - 1));
          expect(verdict.kind === "retry" && verdict.dueAt).toBeLessThanOrEqual(ceiling);
        },
      ),
    ));

  it("the vendor's own wait wins", () => {
    expect(judge("retry", 1, { retryAfterMs: 90_000 })).toEqual({ kind: "retry", dueAt: 90_000 });
  });

  it("a vendor that keeps asking for a second does not use up a day's tries in a minute", () => {
    expect(judge("retry", 4, { retryAfterMs: 1_000 }, 1)).toEqual({ kind: "retry", dueAt: 8_000 });
  });

  it("an effect that may still be happening is given its time-out", () => {
    const verdict = judge("retry", 1, { maybeApplied: true }, 0);
    expect(verdict).toEqual({ kind: "retry", dueAt: 20_000 });
  });

  it("a refusal waits for a person at once, a fault of ours after the last try, a lost login never", () => {
    expect(judge("merchant", 1)).toEqual({ kind: "park" });
    expect(judge("defect", 4).kind).toBe("retry");
    expect(judge("defect", 5)).toEqual({ kind: "park" });
    expect(judge("reconnect", 500).kind).toBe("retry");
  });
});

describe("a shop's request budget", () => {
  const rule = { burst: 10, perSecond: 2 };

  it("never grants more than burst plus refill", () =>
    fc.assert(
      fc.property(fc.array(fc.record({ ms: fc.nat(2_000), wanted: fc.nat(20) })), (asks) => {
        let bucket = fullBucket(rule, 0);
        let now = 0;
        let granted = 0;
        for (const { ms, wanted } of asks) {
          now += ms;
          const taken = takeTokens(bucket, rule, wanted, now);
          bucket = taken.next;
          granted += taken.granted;
          expect(taken.granted > 0 || wanted === 0 || taken.waitMs > 0).toBe(true);
        }
        expect(granted).toBeLessThanOrEqual(10 + (now * 2) / 1000);
      }),
    ));

  it("grants nothing while the vendor asked for silence", () => {
    const blocked = blockBucket(fullBucket(rule, 0), 5_000);
    expect(takeTokens(blocked, rule, 1, 4_000)).toMatchObject({ granted: 0, waitMs: 1_000 });
    expect(takeTokens(blocked, rule, 1, 5_000).granted).toBe(1);
  });
});
