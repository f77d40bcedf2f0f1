import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jobRetryDelay } from "../../../src/domain/tasks/job-retry";
import { SyncError } from "../../../src/domain/errors/sync-error";

describe("the next try of a job", () => {
  const retry = new SyncError("retry", "x.unreachable");

  it("comes later each time, never later than two minutes, and seven times at most", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, chance) => {
          const delay = jobRetryDelay(retry, attempt, () => chance);
          expect(delay === null).toBe(attempt >= 7);
          expect(delay ?? 0).toBeLessThanOrEqual(120_000);
        },
      ),
    );
  });

  it("waits as long as the vendor asks, and not at all for what a person must do", () => {
    const limited = new SyncError("retry", "x.rate_limited", { retryAfterMs: 5_000 });
    expect(jobRetryDelay(limited, 1, () => 0)).toBe(5_000);
    expect(jobRetryDelay(new SyncError("merchant", "x"), 1, () => 0)).toBeNull();
    expect(jobRetryDelay(new SyncError("reconnect", "x"), 1, () => 0)).toBeNull();
    expect(jobRetryDelay(new SyncError("defect", "x"), 3, () => 0)).toBeNull();
  });
});
