import { expect, it } from "vitest";
import { SyncError } from "../../../src/domain/errors/sync-error";
import { endsRound, judgeJobFailure, longerRetry } from "../../../src/domain/tasks/job-retry";

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
