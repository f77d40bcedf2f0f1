/** Orders the store refuses, or makes wrong. */
import { describe, expect, it } from "vitest";
import { SyncError } from "../../src/domain/errors/sync-error";
import { ORDER, advance, place, stocked, webhook } from "../support/ledger-orders";
import { withLedger } from "../support/ledger-harness";

describe("an order the store refused", () => {
  it("needs nobody any more once the buyer has cancelled it", () =>
    withLedger(async (harness) => {
      stocked(harness);
      place(harness);
      harness.shops.disturb = (point) => {
        if (point === "cart") throw new SyncError("merchant", "prestashop.country_missing");
      };
      webhook(harness);
      await harness.drainUntilIdle();
      expect(harness.projections.get(ORDER)?.problem?.code).toBe("prestashop.country_missing");
      advance(harness, { state: "cancelled", cancelledBy: "buyer" });
      webhook(harness);
      await harness.drainUntilIdle();
      expect(harness.projections.get(ORDER)).toMatchObject({ tab: "cancelled", problem: null });
      expect(harness.shops.shown.get("S1")).toBe(10);
    }));

  it.each(["while it waits for a person", "during the try"])(
    "but made all the same is cancelled there when the buyer cancels %s",
    (when) =>
      withLedger(async (harness) => {
        stocked(harness);
        place(harness);
        const cancel = () => {
          advance(harness, { state: "cancelled", cancelledBy: "buyer" });
          webhook(harness);
        };
        harness.shops.disturb = (point) => {
          if (point !== "order!") return;
          if (when === "during the try") cancel();
          throw new SyncError("merchant", "prestashop.order_not_paid", {
            maybeApplied: true,
            sourceOrderId: "1",
          });
        };
        webhook(harness);
        await harness.drainUntilIdle();
        if (when !== "during the try") {
          expect(harness.projections.get(ORDER)?.problem?.code).toBe("prestashop.order_not_paid");
          cancel();
          await harness.drainUntilIdle();
        }
        expect([...harness.shops.carts.values()]).toMatchObject([{ isCancelled: true }]);
        expect(harness.shops.counts.get("8:21")).toBe(10);
        expect(harness.shops.shown.get("S1")).toBe(10);
        expect(harness.projections.get(ORDER)).toMatchObject({ tab: "cancelled", problem: null });
      }),
  );

  it("goes by the carrier that was chosen since, also where a try has left traces", () =>
    withLedger(async (harness) => {
      stocked(harness);
      place(harness);
      harness.connection.orderCarrierReference = "7";
      harness.shops.disturb = (point) => {
        if (point === "order") throw new SyncError("merchant", "prestashop.carrier_missing");
      };
      webhook(harness);
      await harness.drainUntilIdle();
      harness.shops.disturb = () => {};
      harness.connection.orderCarrierReference = "9";
      harness.storage.orders.reopen();
      await harness.drainUntilIdle();
      const drafts = [...harness.shops.carts.values()].map(({ draft }) => draft);
      expect(drafts).toMatchObject([{ carrierReference: "9" }]);
    }));

  it("is no failure and no try where only the budget was used up, however often", () =>
    withLedger(async (harness) => {
      stocked(harness);
      place(harness);
      let waits = 0;
      harness.shops.disturb = (point) => {
        if (point !== "order" || waits >= 100) return;
        waits += 1;
        throw new SyncError("retry", "budget.exhausted", { retryAfterMs: 60_000 });
      };
      webhook(harness);
      await harness.drainUntilIdle(90 * 60_000);
      expect(waits).toBeGreaterThan(80);
      expect(harness.projections.get(ORDER)).toMatchObject({ tab: "unsynced", problem: null });
      expect(harness.problems.size).toBe(0);
      await harness.drainUntilIdle(30 * 60_000);
      expect(harness.projections.get(ORDER)).toMatchObject({ tab: "unfulfilled", problem: null });
    }));

  it("is tried for a day while the store is down, shown with the reason, and then made", () =>
    withLedger(async (harness) => {
      stocked(harness);
      place(harness);
      const opensAt = harness.shops.now + 12 * 3_600_000;
      harness.shops.disturb = (point) => {
        if (point === "cart" && harness.shops.now < opensAt)
          throw new SyncError("retry", "prestashop.unreachable");
      };
      webhook(harness);
      await harness.drainUntilIdle(3_600_000);
      expect(harness.projections.get(ORDER)).toMatchObject({
        tab: "unsynced",
        problem: { code: "prestashop.unreachable" },
      });
      await harness.drainUntilIdle(24 * 3_600_000);
      expect(harness.projections.get(ORDER)).toMatchObject({ tab: "unfulfilled", problem: null });
      expect(harness.shops.carts.size).toBe(1);
    }));
});
