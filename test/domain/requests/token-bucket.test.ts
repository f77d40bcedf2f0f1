import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockBucket, fullBucket, takeTokens } from "../../../src/domain/requests/token-bucket";

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
