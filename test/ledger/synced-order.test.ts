/** An order that a person misses: read and tried once, and told how it stands. */
import { describe, expect, it } from "vitest";
import { importedOrders, place, plant, stocked } from "../support/ledger-acts";
import { withLedger } from "../support/ledger-harness";

describe("an order that a person misses", () => {
  it("is made although the ledger was never told of it, and once only", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const orderId = place(harness);
      expect(await harness.ledger.syncOrder(orderId)).toEqual({ state: "imported" });
      expect(await harness.ledger.syncOrder(orderId)).toEqual({ state: "imported" });
      expect(importedOrders(harness)).toHaveLength(1);
    }));

  it("says what stops it: its own data, the store, or that the channel does not know it", () =>
    withLedger(async (harness) => {
      const orderId = place(harness);
      expect(await harness.ledger.syncOrder(orderId)).toMatchObject({
        state: "stopped",
        reason: { code: "order.line_unlinked" },
      });
      stocked(harness);
      const repair = plant(harness, { side: "prestashop", kind: "status", status: 500, times: 99 });
      const failed = await harness.ledger.syncOrder(orderId);
      expect(failed).toMatchObject({
        state: "stopped",
        reason: { code: "prestashop.unavailable" },
      });
      repair();
      expect(await harness.ledger.syncOrder(orderId)).toEqual({ state: "imported" });
      expect(await harness.ledger.syncOrder("1")).toMatchObject({ state: "stopped" });
    }));

  it("is left where it does not belong into the store", () =>
    withLedger(async (harness) => {
      stocked(harness);
      for (const status of ["UNPAID", "ON_HOLD", "CANCELLED"] as const)
        expect(await harness.ledger.syncOrder(place(harness, { status }))).toEqual({
          state: "left",
        });
      expect(importedOrders(harness)).toEqual([]);
    }));
});
