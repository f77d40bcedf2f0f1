/**
 * Lets an order begin only when the merchant's limit covers all its requests. Each try begins
 * with a dozen reads; several orders at once would spend a minute's budget on reads and finish
 * none.
 */
import { SyncError } from "../domain/errors/sync-error";
import type { SourceGate } from "./source-traffic";

/** Longest wait behind an order under way: when it ends, its real cost is known. */
const BEHIND_RUNNING_MS = 5_000;
/** Added to the wait of new orders, so that interrupted ones go first. */
const BEHIND_MS = 1_000;

export type OrderGate = ReturnType<typeof openOrderGate>;

export function openOrderGate(source: Pick<SourceGate, "waitForOrders">) {
  let atWork = 0;
  return {
    /**
     * Runs `make`. Throws SyncError("retry", "budget.exhausted") with `retryAfterMs`, before any
     * request, when the limit is used up. `isBegun`: an earlier try has left traces in the store.
     */
    async pass<T>(perMinute: number, isBegun: boolean, make: () => Promise<T>): Promise<T> {
      const budgetMs = source.waitForOrders(atWork + 1, perMinute);
      if (budgetMs > 0) {
        const waitMs = atWork > 0 ? Math.min(budgetMs, BEHIND_RUNNING_MS) : budgetMs;
        const retryAfterMs = isBegun ? waitMs : waitMs + BEHIND_MS;
        throw new SyncError("retry", "budget.exhausted", { side: "source", retryAfterMs });
      }
      atWork += 1;
      try {
        return await make();
      } finally {
        atWork -= 1;
      }
    },
  };
}
