import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  endsRound,
  jobRetryDelay,
  judgeJobFailure,
  longerRetry,
} from "../../../src/domain/tasks/job-retry";
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

const noBudget = new SyncError("retry", "budget.exhausted", { retryAfterMs: 500 });
const random = () => 0.5;

it("waits for request budget however often, and uses up no attempt", () => {
  expect(judgeJobFailure(noBudget, 99, random)).toEqual({ inMs: 500, isForBudget: true });
  expect(judgeJobFailure(new SyncError("retry", "tiktok.timeout"), 99, random)).toBeNull();
});

it("brings a message back when the last of its items may be tried again", () => {
  const soon = { inMs: 1, isForBudget: true };
  const later = { inMs: 9, isForBudget: false };
  expect(longerRetry(null, soon)).toEqual(soon);
  expect(longerRetry(soon, later)).toEqual({ inMs: 9, isForBudget: true });
});

it("ends a round when the next item would fail the same way", () => {
  expect(endsRound(noBudget)).toBe(true);
  expect(endsRound(new SyncError("reconnect", "tiktok.token_revoked"))).toBe(true);
  expect(endsRound(new SyncError("merchant", "listing.busy"))).toBe(false);
});
