/** Money given back in the store: TikTok Shop is told nothing of it, so a person must be. */
import { describe, expect, it } from "vitest";
import type { Permissions } from "../../simulator/prestashop/api/keys";
import { NEEDED_PERMISSIONS } from "../../src/domain/connections/store-permissions";
import { sweepEntity } from "../../src/ledger/entities";
import {
  buyerCancels,
  importedOrders,
  place,
  shipped,
  stocked,
  storeEvent,
  webhook,
} from "../support/ledger-acts";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";
import { cutLine } from "../support/request-points";
import { STORE_KEY } from "../support/simulated-shops";

/** A paid order that is in the store; answers its id there. */
async function imported(harness: LedgerHarness) {
  stocked(harness);
  const orderId = place(harness);
  webhook(harness, orderId);
  await harness.drainUntilIdle();
  return { orderId, sourceOrderId: importedOrders(harness)[0]?.id ?? "" };
}

async function scan(harness: LedgerHarness) {
  harness.storage.outbox.runNow("scan-refunds", sweepEntity("scan-refunds"), harness.now);
  await harness.drainUntilIdle();
}

const shownOf = (harness: LedgerHarness, orderId: string) => {
  const { problem, storeMoney, entries } = harness.projections.get(orderId) ?? {};
  return {
    problem: problem?.code,
    facts: problem?.facts,
    refunds: storeMoney?.refunds?.map(({ totalMinor }) => totalMinor),
    entries: entries?.filter(({ kind }) => kind === "store_refund").length,
  };
};

describe("a refund in the store", () => {
  it("is seen on an order that was delivered long ago, once, until the buyer has the money", () =>
    withLedger(async (harness) => {
      const { orderId, sourceOrderId } = await imported(harness);
      shipped(harness, sourceOrderId, "TRACK1");
      storeEvent(harness, sourceOrderId);
      await harness.drainUntilIdle();
      harness.now += 2_000;
      harness.world.tiktok.advanceOrder(orderId, "DELIVERED");
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      await scan(harness);
      expect(shownOf(harness, orderId)).toMatchObject({ problem: undefined, refunds: undefined });
      harness.world.prestashop8.giveBack(sourceOrderId, { products: 3, shipping: 1.5 });
      await scan(harness);
      await scan(harness);
      expect(shownOf(harness, orderId)).toEqual({
        problem: "order.refunded_in_store",
        facts: { totalMinor: 450, currency: "GBP" },
        refunds: [450],
        entries: 1,
      });
      const returnId = harness.world.tiktok.buyerReturns(orderId) ?? "";
      harness.world.tiktok.sellerRefunds(returnId);
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      expect(shownOf(harness, orderId)).toMatchObject({ problem: undefined, refunds: [450] });
    }));

  it("is seen although it was read before Weft knew that its order was made", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const store = harness.world.prestashop8;
      const before = store.rows("orders").length;
      cutLine(harness.requests, /^POST \/api\/orders|filter\[id_cart\]/, "answered");
      const orderId = place(harness);
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      const [made, ...more] = store.rows("orders").slice(before);
      expect(more).toEqual([]);
      store.giveBack(made?.id ?? "", { products: 3 });
      await scan(harness);
      expect(shownOf(harness, orderId).refunds).toBeUndefined();
      harness.requests.disturb = () => {};
      harness.now += 20 * 60_000;
      await harness.drainUntilIdle();
      expect(importedOrders(harness)).toHaveLength(1);
      await scan(harness);
      await scan(harness);
      expect(shownOf(harness, orderId)).toMatchObject({ refunds: [300], entries: 1 });
    }));

  it("is closed by a person's word, and asked about again when more is given back", () =>
    withLedger(async (harness) => {
      const { orderId, sourceOrderId } = await imported(harness);
      expect(harness.storage.orders.acknowledgeRefunds(orderId)).toBe(false);
      harness.world.prestashop8.giveBack(sourceOrderId, { products: 2, typed: 1.25 });
      await scan(harness);
      expect(shownOf(harness, orderId)).toMatchObject({
        problem: "order.refunded_in_store",
        facts: { totalMinor: 125 },
      });
      expect(harness.storage.orders.acknowledgeRefunds(orderId)).toBe(true);
      await harness.drainUntilIdle();
      expect(shownOf(harness, orderId).problem).toBeUndefined();
      harness.world.prestashop8.giveBack(sourceOrderId, { products: 1 });
      await scan(harness);
      expect(shownOf(harness, orderId)).toMatchObject({
        problem: "order.refunded_in_store",
        facts: { totalMinor: 225 },
        refunds: [125, 100],
      });
    }));

  it("does not outlive the order: a cancelled one's buyer has all of the money back", () =>
    withLedger(async (harness) => {
      const { orderId, sourceOrderId } = await imported(harness);
      harness.world.prestashop8.giveBack(sourceOrderId, { products: 1 });
      await scan(harness);
      expect(shownOf(harness, orderId).problem).toBe("order.refunded_in_store");
      harness.now += 2_000;
      buyerCancels(harness, orderId);
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      expect(shownOf(harness, orderId).problem).toBeUndefined();
    }));

  it("of another order of the store is nobody's, and costs one request a scan", () =>
    withLedger(async (harness) => {
      const { orderId } = await imported(harness);
      // The merchant's own order: Weft does not know it.
      const { store } = harness.world.prestashop8;
      const own = store.tables.insert("orders", { id_customer: "1", total_products_wt: "9" });
      for (let slip = 0; slip < 501; slip += 1)
        harness.world.prestashop8.giveBack(own.id, { products: 1 });
      let asked = 0;
      harness.requests.disturb = ({ request, when }) => {
        if (when === "sent" && request.includes("/order_slip")) asked += 1;
      };
      await scan(harness);
      expect(asked).toBe(2);
      await scan(harness);
      expect(asked).toBe(3);
      expect(shownOf(harness, orderId).problem).toBeUndefined();
    }));

  it("that the key may not read stops nothing", () =>
    withLedger(async (harness) => {
      const { orderId, sourceOrderId } = await imported(harness);
      const permissions = { ...NEEDED_PERMISSIONS } as Permissions;
      harness.world.prestashop8.changeWebserviceKey(STORE_KEY, { permissions });
      harness.world.prestashop8.giveBack(sourceOrderId, { products: 1 });
      await scan(harness);
      expect(shownOf(harness, orderId).problem).toBeUndefined();
      expect([...harness.problems.keys()]).toEqual([]);
      // Once it may, nothing was missed.
      harness.world.prestashop8.changeWebserviceKey(STORE_KEY, { permissions: "all" });
      await scan(harness);
      expect(shownOf(harness, orderId).problem).toBe("order.refunded_in_store");
    }));
});
