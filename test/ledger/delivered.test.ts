/** What the channel says of a delivery reaches the store's order where the merchant wants it. */
import { describe, expect, it } from "vitest";
import { importedOrders, place, poll, shipped, stocked } from "../support/ledger-acts";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";

/** PrestaShop's own. */
const DELIVERED = "5";
const CANCELLED = "6";

/** An order that was imported, shipped and delivered; answers it and the store's. */
async function deliver(harness: LedgerHarness) {
  stocked(harness);
  const orderId = place(harness);
  await poll(harness);
  const [order] = importedOrders(harness);
  if (!order) throw new Error("nothing was imported");
  shipped(harness, order.id, "TRK123456");
  harness.storage.outbox.schedule("export-shipment", `order:${orderId}`, harness.now);
  await harness.drainUntilIdle();
  return { orderId, storeOrderId: order.id };
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

  it("stays as it is where the merchant did not, and where the merchant cancelled it", () =>
    withLedger(async (harness) => {
      const { orderId, storeOrderId } = await deliver(harness);
      const before = stateOf(harness);
      harness.now += 60_000;
      harness.world.tiktok.advanceOrder(orderId, "DELIVERED");
      await poll(harness);
      expect(stateOf(harness)).toBe(before);
      harness.connection.writesDelivered = true;
      harness.world.prestashop8.cancelOrder(storeOrderId);
      harness.now += 60_000;
      harness.world.tiktok.advanceOrder(orderId, "COMPLETED");
      await poll(harness);
      expect(stateOf(harness)).toBe(CANCELLED);
    }));
});
