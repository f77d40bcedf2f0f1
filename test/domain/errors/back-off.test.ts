import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeFailure, type RetryRule } from "../../../src/domain/errors/back-off";
import type { Facts } from "../../../src/domain/facts";
import { SyncError, type Remedy } from "../../../src/domain/errors/sync-error";

const RULE: RetryRule = { baseMs: 1_000, capMs: 60_000, maxTries: 5, uncertainMs: 20_000 };
const judge = (remedy: Remedy, tries: number, facts: Facts = {}, random = 0.5) =>
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

  it("what may pass by itself is tried again, until the last try", () => {
    expect(judge("merchant", 4, { mayPass: true }).kind).toBe("retry");
    expect(judge("merchant", 5, { mayPass: true })).toEqual({ kind: "park" });
  });
});
