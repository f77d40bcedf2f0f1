/** Orders the store refuses, or makes wrong. */
import { describe, expect, it } from "vitest";
import { SyncError } from "../../../src/domain/errors/sync-error";
import { ORDER, advance, place, stocked, webhook } from "../../support/ledger-orders";
import { withBench } from "../../support/ledger-harness";

describe("an order the store refused", () => {
  it("needs nobody any more once the buyer has cancelled it", () =>
    withBench(async (bench) => {
      stocked(bench);
      place(bench);
      bench.shops.disturb = (point) => {
        if (point === "cart") throw new SyncError("merchant", "prestashop.country_missing");
      };
      webhook(bench);
      await bench.settle();
      expect(bench.projections.get(ORDER)?.problem?.code).toBe("prestashop.country_missing");
      advance(bench, { state: "cancelled", cancelledBy: "buyer" });
      webhook(bench);
      await bench.settle();
      expect(bench.projections.get(ORDER)).toMatchObject({ tab: "cancelled", problem: null });
      expect(bench.shops.shown.get("S1")).toBe(10);
    }));

  it.each(["while it waits for a person", "during the try"])(
    "but made all the same is cancelled there when the buyer cancels %s",
    (when) =>
      withBench(async (bench) => {
        stocked(bench);
        place(bench);
        const cancel = () => {
          advance(bench, { state: "cancelled", cancelledBy: "buyer" });
          webhook(bench);
        };
        bench.shops.disturb = (point) => {
          if (point !== "order!") return;
          if (when === "during the try") cancel();
          throw new SyncError("merchant", "prestashop.order_not_paid", {
            maybeApplied: true,
            sourceOrderId: "1",
          });
        };
        webhook(bench);
        await bench.settle();
        if (when !== "during the try") {
          expect(bench.projections.get(ORDER)?.problem?.code).toBe("prestashop.order_not_paid");
          cancel();
          await bench.settle();
        }
        expect([...bench.shops.carts.values()]).toMatchObject([{ isCancelled: true }]);
        expect(bench.shops.counts.get("8:21")).toBe(10);
        expect(bench.shops.shown.get("S1")).toBe(10);
        expect(bench.projections.get(ORDER)).toMatchObject({ tab: "cancelled", problem: null });
      }),
  );

  it("goes by the carrier that was chosen since, also where a try has left traces", () =>
    withBench(async (bench) => {
      stocked(bench);
      place(bench);
      bench.connection.orderCarrierReference = "7";
      bench.shops.disturb = (point) => {
        if (point === "order") throw new SyncError("merchant", "prestashop.carrier_missing");
      };
      webhook(bench);
      await bench.settle();
      bench.shops.disturb = () => {};
      bench.connection.orderCarrierReference = "9";
      bench.rooms.book.reopen();
      await bench.settle();
      const drafts = [...bench.shops.carts.values()].map(({ draft }) => draft);
      expect(drafts).toMatchObject([{ carrierReference: "9" }]);
    }));

  it("is no failure and no try where only the budget was used up, however often", () =>
    withBench(async (bench) => {
      stocked(bench);
      place(bench);
      let waits = 0;
      bench.shops.disturb = (point) => {
        if (point !== "order" || waits >= 100) return;
        waits += 1;
        throw new SyncError("retry", "budget.exhausted", { retryAfterMs: 60_000 });
      };
      webhook(bench);
      await bench.settle(90 * 60_000);
      expect(waits).toBeGreaterThan(80);
      expect(bench.projections.get(ORDER)).toMatchObject({ tab: "unsynced", problem: null });
      expect(bench.problems.size).toBe(0);
      await bench.settle(30 * 60_000);
      expect(bench.projections.get(ORDER)).toMatchObject({ tab: "unfulfilled", problem: null });
    }));

  it("is tried for a day while the store is down, shown with the reason, and then made", () =>
    withBench(async (bench) => {
      stocked(bench);
      place(bench);
      const opensAt = bench.shops.now + 12 * 3_600_000;
      bench.shops.disturb = (point) => {
        if (point === "cart" && bench.shops.now < opensAt)
          throw new SyncError("retry", "prestashop.unreachable");
      };
      webhook(bench);
      await bench.settle(3_600_000);
      expect(bench.projections.get(ORDER)).toMatchObject({
        tab: "unsynced",
        problem: { code: "prestashop.unreachable" },
      });
      await bench.settle(24 * 3_600_000);
      expect(bench.projections.get(ORDER)).toMatchObject({ tab: "unfulfilled", problem: null });
      expect(bench.shops.carts.size).toBe(1);
    }));
});
