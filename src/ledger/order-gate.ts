/**
 * Lets orders into the store as far as the merchant's limit has room for whole ones. Each try of an
 * order begins with a dozen reads; several at once would use up a minute on these and never end.
 */
import { SyncError } from "../domain/errors/sync-error";
import type { SourceGate } from "./source-traffic";

/** An order at work takes a few seconds, and only then it is known what it took. */
const LOOK_AGAIN_MS = 5_000;
/** Orders with nothing in the store yet stand behind those that were broken off. */
const BEHIND_MS = 1_000;

export type OrderGate = ReturnType<typeof openOrderGate>;

export function openOrderGate(source: Pick<SourceGate, "waitForOrders">) {
  let atWork = 0;
  return {
    /**
     * Makes an order. Throws SyncError("retry", "budget.exhausted") with `retryAfterMs`, before any
     * request, where there is no room for it. `isBegun`: an earlier try has left traces.
     */
    async pass<T>(perMinute: number, isBegun: boolean, make: () => Promise<T>): Promise<T> {
      const roomMs = source.waitForOrders(atWork + 1, perMinute);
      if (roomMs > 0) {
        const waitMs = atWork > 0 ? Math.min(roomMs, LOOK_AGAIN_MS) : roomMs;
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
