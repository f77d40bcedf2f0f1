/** What the channel says of a delivery reaches the store's order where the merchant wants it. */
import { describe, expect, it } from "vitest";
import { owesDelivery } from "../../src/domain/orders/order-record";
import { importedOrders, place, poll, shipped, stocked } from "../support/ledger-acts";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";

/** PrestaShop's own. */
const DELIVERED = "5";
const CANCELLED = "6";
const REFUNDED = "7";

/** An order that was imported, shipped and delivered; answers it and the store's. */
async function deliver(harness: LedgerHarness) {
  stocked(harness);
  const orderId = place(harness);
  await poll(harness);
  const order = importedOrders(harness).at(-1);
  if (!order) throw new Error("nothing was imported");
  shipped(harness, order.id, "TRK123456");
  harness.storage.outbox.schedule("export-shipment", `order:${orderId}`, harness.now);
  await harness.drainUntilIdle();
  return { orderId, storeOrderId: order.id };
}

/** The channel comes to say so, and Weft hears of it. */
async function sendDelivered(
  harness: LedgerHarness,
  orderId: string,
  state: "DELIVERED" | "COMPLETED",
) {
  harness.now += 60_000;
  harness.world.tiktok.advanceOrder(orderId, state);
  await poll(harness);
}

const stateOf = (harness: LedgerHarness) => importedOrders(harness)[0]?.state;

describe("an order that the channel has delivered", () => {
  it("is set to delivered in the store once, where the merchant chose so", () =>
    withLedger(async (harness) => {
      harness.connection.writesDelivered = true;
      const { orderId } = await deliver(harness);
      harness.now += 60_000;
      harness.world.tiktok.advanceOrder(orderId, "DELIVERED");
      await poll(harness);
      expect(stateOf(harness)).toBe(DELIVERED);
      const kinds = harness.projections.get(orderId)?.entries.map(({ kind }) => kind);
      expect(kinds?.filter((kind) => kind === "delivered_in_store")).toHaveLength(1);
      harness.requests.sent.length = 0;
      harness.now += 60_000;
      harness.world.tiktok.advanceOrder(orderId, "COMPLETED");
      await poll(harness);
      expect(harness.requests.sent.filter((one) => one.includes("order_histories"))).toEqual([]);
    }));

  it("stays as it is where the merchant did not, also once they choose it", () =>
    withLedger(async (harness) => {
      const { orderId } = await deliver(harness);
      const before = stateOf(harness);
      await sendDelivered(harness, orderId, "DELIVERED");
      expect(stateOf(harness)).toBe(before);
      const record = harness.storage.orderStore.read(orderId);
      expect(record && owesDelivery(record)).toBe(false);
      harness.connection.writesDelivered = true;
      await harness.ledger.releaseOrders();
      await sendDelivered(harness, orderId, "COMPLETED");
      expect(stateOf(harness)).toBe(before);
      const kinds = harness.projections.get(orderId)?.entries.map(({ kind }) => kind);
      expect(kinds).not.toContain("delivered_in_store");
    }));

  it("stays as it is where the merchant cancelled or refunded it", () =>
    withLedger(async (harness) => {
      harness.connection.writesDelivered = true;
      for (const [end, state] of [
        ["cancelOrder", CANCELLED],
        ["refundOrder", REFUNDED],
      ] as const) {
        const { orderId, storeOrderId } = await deliver(harness);
        harness.world.prestashop8[end](storeOrderId);
        await sendDelivered(harness, orderId, "COMPLETED");
        expect(importedOrders(harness).find(({ id }) => id === storeOrderId)?.state).toBe(state);
      }
    }));

  it("stays in a state of the merchant's own that means cancelled", () =>
    withLedger(async (harness) => {
      harness.connection.writesDelivered = true;
      const { orderId } = await deliver(harness);
      const before = String(stateOf(harness));
      harness.connection.stateRules = [{ orderStateId: before, meaning: "cancelled" }];
      await sendDelivered(harness, orderId, "DELIVERED");
      expect(stateOf(harness)).toBe(before);
    }));
});
