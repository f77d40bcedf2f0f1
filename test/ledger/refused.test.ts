/** Orders the store refuses, or makes wrong. */
import { describe, expect, it } from "vitest";
import {
  buyerCancels,
  countOf,
  importedOrders,
  place,
  setCountry,
  shownOf,
  stocked,
  webhook,
} from "../support/ledger-acts";
import { REQUESTS } from "../support/request-names";
import { cutLine } from "../support/request-points";
import { withLedger } from "../support/ledger-harness";

const HOUR_MS = 3_600_000;
/** States of the store's orders. */
const AWAITING_WIRE = "10";
const PAID = "11";
const CANCELLED = "6";

describe("an order the store refused", () => {
  it("needs nobody any more once the buyer has cancelled it", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const orderId = place(harness);
      setCountry(harness, "XX");
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      expect(harness.projections.get(orderId)?.problem?.code).toBe("prestashop.country_missing");
      buyerCancels(harness, orderId);
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      expect(harness.projections.get(orderId)).toMatchObject({ tab: "cancelled", problem: null });
      expect(importedOrders(harness)).toEqual([]);
      expect(shownOf(harness, harness.white)).toBe(10);
    }));

  it.each(["while it waits for a person", "during the try"])(
    "but made all the same is cancelled there when the buyer cancels %s",
    (when) =>
      withLedger(async (harness) => {
        stocked(harness);
        const orderId = place(harness);
        const cancel = () => {
          buyerCancels(harness, orderId);
          webhook(harness, orderId);
        };
        harness.requests.disturb = (point) => {
          const [made] = importedOrders(harness);
          if (point.when !== "answered" || made?.state !== PAID) return;
          // Something in the store takes the new order out of its paid state.
          harness.world.prestashop8.setOrderState(made.id, AWAITING_WIRE);
          if (when === "during the try") cancel();
        };
        webhook(harness, orderId);
        await harness.drainUntilIdle();
        if (when !== "during the try") {
          const { problem } = harness.projections.get(orderId) ?? {};
          expect(problem?.code).toBe("prestashop.order_not_paid");
          cancel();
          await harness.drainUntilIdle();
        }
        expect(importedOrders(harness)).toMatchObject([{ state: CANCELLED }]);
        expect(countOf(harness, harness.white)).toBe(10);
        expect(shownOf(harness, harness.white)).toBe(10);
        expect(harness.projections.get(orderId)).toMatchObject({ tab: "cancelled", problem: null });
      }),
  );

  it("goes by the carrier that was chosen since, also where a try has left traces", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const orderId = place(harness);
      harness.connection.orderCarrierReference = "1";
      cutLine(harness.requests, REQUESTS.makeCart, "sent", { times: 1 });
      webhook(harness, orderId);
      await harness.drainOnce();
      expect(harness.storage.orders.read(orderId)?.progress).toHaveProperty("addressId");
      harness.connection.orderCarrierReference = "2";
      await harness.drainUntilIdle(2 * 60_000);
      expect(importedOrders(harness)).toMatchObject([{ carrier: "2" }]);
    }));

  it("is no failure and no try where only the budget was used up, however often", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const orderId = place(harness);
      harness.connection.requestsPerMinute = 1;
      webhook(harness, orderId);
      let waits = 0;
      harness.log = (event) => void (waits += event === "ledger.drained" ? 1 : 0);
      await harness.drainUntilIdle(90 * 60_000);
      expect(waits).toBeGreaterThan(80);
      expect(harness.projections.get(orderId)).toMatchObject({ tab: "unsynced", problem: null });
      expect(harness.problems.size).toBe(0);
      harness.connection.requestsPerMinute = 6_000;
      await harness.drainUntilIdle(30 * 60_000);
      expect(harness.projections.get(orderId)).toMatchObject({ tab: "unfulfilled", problem: null });
    }));

  it("is shown while the store is down, and made once it answers again", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const orderId = place(harness);
      const store = harness.world.prestashop8;
      store.changeHost({ isDown: true });
      const opensAt = harness.now + 12 * HOUR_MS;
      harness.requests.disturb = () => {
        if (harness.now >= opensAt) store.changeHost({ isDown: false });
      };
      webhook(harness, orderId);
      await harness.drainUntilIdle(HOUR_MS);
      expect(harness.projections.get(orderId)).toMatchObject({
        tab: "unsynced",
        problem: { code: "order.needs_action" },
      });
      harness.now = opensAt;
      harness.storage.outbox.schedule("scan-stock", "scan-stock", harness.now);
      await harness.drainUntilIdle(HOUR_MS);
      expect(harness.projections.get(orderId)).toMatchObject({ tab: "unfulfilled", problem: null });
      expect(importedOrders(harness)).toHaveLength(1);
    }));
});
