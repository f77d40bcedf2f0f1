import { describe, expect, it } from "vitest";
import {
  buyerCancels,
  channelStatus,
  countOf,
  importedOrders,
  link,
  observed,
  place,
  placeMany,
  poll,
  setCountry,
  shipped,
  shownOf,
  stocked,
  storeEvent,
  webhook,
} from "../support/ledger-acts";
import { REQUESTS } from "../support/request-names";
import { countSent, cutLine } from "../support/request-points";
import { openSeller } from "../support/simulated-shops";
import { EVRI, LONG_TEST_MS, withLedger, type LedgerHarness } from "../support/ledger-harness";

/** A state of the store's orders. */
const CANCELLED = "6";

const kinds = (harness: LedgerHarness, orderId: string) =>
  harness.projections.get(orderId)?.entries.map(({ kind }) => kind) ?? [];

describe("an order of the channel", () => {
  it("becomes one order of the store although its webhook came three times", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const orderId = place(harness);
      expect(webhook(harness, orderId, "same")).toEqual({ isNew: true });
      expect(webhook(harness, orderId, "same")).toEqual({ isNew: false });
      webhook(harness, orderId, "other");
      await harness.drainUntilIdle();
      const made = importedOrders(harness);
      expect(made).toHaveLength(1);
      expect(harness.projections.get(orderId)).toMatchObject({
        tab: "unfulfilled",
        sourceOrderId: made[0]?.id,
        sourceReference: made[0]?.reference,
        problem: null,
        storeMoney: {
          moneyChoice: "paid",
          expectedMinor: 1299,
          figures: { totalMinor: 1299, shippingMinor: 299 },
          oversold: [],
        },
      });
      expect(kinds(harness, orderId)).toEqual(["received", "imported"]);
    }));

  it(
    "is found by the poll when its webhook was lost, over any number of pages",
    () =>
      withLedger(async (harness) => {
        stocked(harness);
        const paid = place(harness);
        const unpaid = placeMany(harness, 110);
        harness.storage.notes.write("pollTasks", ["task-1"]);
        await poll(harness);
        expect(countSent(harness.requests, REQUESTS.pollOrders)).toBe(2);
        expect(importedOrders(harness)).toHaveLength(1);
        expect([...harness.projections.keys()].toSorted()).toEqual([paid, ...unpaid].toSorted());
        expect(harness.tasks.get("task-1")).toEqual({ found: 111, changed: 111 });
      }),
    LONG_TEST_MS,
  );

  it("is shown, and not taken for right, when the store changes its total in the last moment", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const orderId = place(harness);
      webhook(harness, orderId);
      harness.requests.disturb = ({ request, when }) => {
        const [made] = importedOrders(harness);
        if (when !== "answered" || !REQUESTS.changeOrder.test(request) || !made) return;
        harness.world.prestashop8.edit("orders", made.id, { total_paid_tax_incl: "1.000000" });
      };
      await harness.drainUntilIdle();
      expect(harness.storage.orders.read(orderId)?.problems.import?.code).toBe(
        "prestashop.order_total_differs",
      );
    }));

  it("is read again before its import, which had to wait: it may be cancelled by then", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const orderId = place(harness);
      webhook(harness, orderId);
      cutLine(harness.requests, REQUESTS.readSettings, "sent");
      await harness.drainUntilIdle(5 * 60_000);
      buyerCancels(harness, orderId);
      harness.requests.disturb = () => {};
      await harness.drainUntilIdle(60 * 60_000);
      expect(importedOrders(harness)).toEqual([]);
      expect(kinds(harness, orderId)).not.toContain("imported");
    }));

  it("that cannot be read keeps no other from being found, and is shown until it can", () =>
    withLedger(async (harness) => {
      const [odd = "", plain = ""] = placeMany(harness, 2);
      harness.world.tiktok.showStatus(odd, "AWAITING_DRONE");
      await poll(harness);
      expect([...harness.projections.keys()]).toEqual([plain]);
      expect(harness.problems.get(`order:${odd}`)?.code).toBe("tiktok.unexpected_shape");
      harness.world.tiktok.showStatus(odd, null);
      harness.storage.outbox.resetBackoff(harness.now);
      await harness.drainUntilIdle();
      expect([...harness.projections.keys()].toSorted()).toEqual([odd, plain].toSorted());
      expect(harness.problems.has(`order:${odd}`)).toBe(false);
    }));

  it(
    "goes on with the page where a poll was cut off",
    () =>
      withLedger(async (harness) => {
        const placed = placeMany(harness, 110);
        cutLine(harness.requests, REQUESTS.pollOrders, "sent", { after: 1, times: 3 });
        await poll(harness);
        expect(harness.projections.size).toBe(placed.length);
        expect(countSent(harness.requests, REQUESTS.pollOrders)).toBe(2);
        expect(harness.storage.notes.read("pollPage")).toBeUndefined();
      }),
    LONG_TEST_MS,
  );

  it("is shown and holds stock while it is unpaid, and is not created in the store", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const lines = [{ skuId: harness.white.channelSkuId, quantity: 2 }];
      const orderId = place(harness, { status: "UNPAID", lines });
      // The seller's own hand moves the counter back; what Weft sends is absolute.
      harness.world.tiktok.sellerEdits(harness.white.channelSkuId, { quantity: 10 });
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      expect(importedOrders(harness)).toEqual([]);
      expect(harness.projections.get(orderId)).toMatchObject({
        tab: "waiting",
        sourceOrderId: null,
      });
      expect(shownOf(harness, harness.white)).toBe(8);
    }));

  it("is one order of the store when the answer to its creation was lost", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const orderId = place(harness);
      cutLine(harness.requests, REQUESTS.makeOrder, "answered", { times: 1 });
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      const made = importedOrders(harness);
      expect(made).toHaveLength(1);
      expect(harness.projections.get(orderId)?.sourceOrderId).toBe(made[0]?.id);
      expect(countOf(harness, harness.white)).toBe(9);
      expect(shownOf(harness, harness.white)).toBe(9);
    }));

  it("is created and cancelled, never forgotten, when the buyer cancels during an unclear creation", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const orderId = place(harness);
      harness.requests.disturb = ({ request, when }) => {
        if (when !== "answered" || !REQUESTS.makeOrder.test(request)) return;
        harness.requests.disturb = () => {};
        buyerCancels(harness, orderId);
        webhook(harness, orderId);
        throw new TypeError("connection reset");
      };
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      expect(importedOrders(harness)).toMatchObject([{ state: CANCELLED }]);
      expect(countOf(harness, harness.white)).toBe(10);
      expect(shownOf(harness, harness.white)).toBe(10);
      expect(harness.projections.get(orderId)?.tab).toBe("cancelled");
    }));

  it("waits for the link of its line, says which, and is released by the link", () =>
    withLedger(async (harness) => {
      observed(harness, harness.white, 10);
      const orderId = place(harness);
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      expect(harness.projections.get(orderId)).toMatchObject({
        tab: "unsynced",
        problem: { code: "order.line_unlinked", facts: { skus: [harness.white.sellerSku] } },
      });
      link(harness, harness.white);
      await harness.drainUntilIdle();
      expect(importedOrders(harness)).toHaveLength(1);
      expect(harness.projections.get(orderId)).toMatchObject({ tab: "unfulfilled", problem: null });
      expect(kinds(harness, orderId)).toEqual(["received", "held", "released", "imported"]);
    }));

  it("waits for a person when the store refuses it, and is tried again when asked", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const orderId = place(harness);
      setCountry(harness, "XX");
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      expect(harness.projections.get(orderId)).toMatchObject({
        tab: "unsynced",
        problem: { code: "prestashop.country_missing", facts: { country: "GB" } },
      });
      const tries = harness.requests.sent.length;
      await harness.drainUntilIdle(3_600_000);
      expect(harness.requests.sent).toHaveLength(tries);
      setCountry(harness, "GB");
      harness.storage.orders.retry(orderId);
      await harness.drainUntilIdle();
      expect(harness.projections.get(orderId)).toMatchObject({ tab: "unfulfilled", problem: null });
      expect(importedOrders(harness)).toHaveLength(1);
    }));

  it("is cancelled in the store, once, when it is cancelled on the channel", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const orderId = place(harness);
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      expect(shownOf(harness, harness.white)).toBe(9);
      buyerCancels(harness, orderId);
      webhook(harness, orderId);
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      expect(importedOrders(harness)).toMatchObject([{ state: CANCELLED }]);
      expect(countSent(harness.requests, REQUESTS.changeState)).toBe(1);
      expect(countOf(harness, harness.white)).toBe(10);
      expect(shownOf(harness, harness.white)).toBe(10);
    }));

  it("enters the cancelled state once, though the answer to the first entry was lost", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const orderId = place(harness);
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      buyerCancels(harness, orderId);
      webhook(harness, orderId);
      cutLine(harness.requests, REQUESTS.changeState, "answered", { times: 1 });
      await harness.drainUntilIdle(10 * 60_000);
      expect(importedOrders(harness)).toMatchObject([{ state: CANCELLED }]);
      expect(countSent(harness.requests, REQUESTS.changeState)).toBe(1);
    }));
});

describe("what the store says of an order", () => {
  /** Answers the ids of the order at the channel and in the store. */
  async function imported(harness: LedgerHarness) {
    stocked(harness);
    const orderId = place(harness);
    webhook(harness, orderId);
    await harness.drainUntilIdle();
    return { orderId, sourceOrderId: importedOrders(harness)[0]?.id ?? "" };
  }

  it("marks the order shipped with the mapped provider, once", () =>
    withLedger(async (harness) => {
      const { orderId, sourceOrderId } = await imported(harness);
      shipped(harness, sourceOrderId, "TRACK1");
      storeEvent(harness, sourceOrderId);
      storeEvent(harness, sourceOrderId);
      await harness.drainUntilIdle();
      expect(countSent(harness.requests, REQUESTS.ship)).toBe(1);
      expect(harness.world.tiktok.order(orderId)).toMatchObject({
        tracking_number: "TRACK1",
        shipping_provider_id: EVRI,
      });
      expect(harness.projections.get(orderId)).toMatchObject({
        tab: "fulfilled",
        trackingNumber: "TRACK1",
      });
      expect(kinds(harness, orderId)).toContain("shipped");
    }));

  it("is found by the scan without any event, and a corrected number is relayed", () =>
    withLedger(async (harness) => {
      const { orderId, sourceOrderId } = await imported(harness);
      const scan = async () => {
        harness.storage.outbox.schedule("scan-shipments", "scan-shipments", harness.now);
        await harness.drainUntilIdle();
      };
      shipped(harness, sourceOrderId, "TRACK1");
      await scan();
      harness.world.prestashop8.setTracking(sourceOrderId, "TRACK2");
      await scan();
      await scan();
      expect(countSent(harness.requests, REQUESTS.ship)).toBe(1);
      expect(countSent(harness.requests, REQUESTS.changeTracking)).toBe(1);
      expect(harness.world.tiktok.order(orderId)?.["tracking_number"]).toBe("TRACK2");
    }));

  it("does not ship twice when the answer was lost", () =>
    withLedger(async (harness) => {
      const { orderId, sourceOrderId } = await imported(harness);
      shipped(harness, sourceOrderId, "TRACK1");
      cutLine(harness.requests, REQUESTS.ship, "answered", { times: 1 });
      storeEvent(harness, sourceOrderId);
      await harness.drainUntilIdle();
      expect(countSent(harness.requests, REQUESTS.ship)).toBe(1);
      expect(harness.projections.get(orderId)).toMatchObject({ tab: "fulfilled", problem: null });
    }));

  it("names the carrier nobody mapped and ships when it is mapped", () =>
    withLedger(async (harness) => {
      const { orderId, sourceOrderId } = await imported(harness);
      harness.connection.carriers = [];
      shipped(harness, sourceOrderId, "TRACK1");
      storeEvent(harness, sourceOrderId);
      await harness.drainUntilIdle();
      expect(harness.projections.get(orderId)?.problem).toEqual({
        code: "shipment.carrier_unmapped",
        facts: { carrier: "My carrier", carrierReference: "2" },
      });
      harness.connection.carriers = [{ carrierReference: "2", providerId: EVRI }];
      harness.storage.orders.schedule("export-shipment", orderId, harness.now);
      await harness.drainUntilIdle();
      expect(harness.projections.get(orderId)).toMatchObject({ tab: "fulfilled", problem: null });
    }));

  it("warns of a missing number only after the merchant had time to enter it", () =>
    withLedger(async (harness) => {
      const { orderId, sourceOrderId } = await imported(harness);
      shipped(harness, sourceOrderId, "");
      storeEvent(harness, sourceOrderId);
      await harness.drainUntilIdle(60_000);
      expect(harness.projections.get(orderId)?.problem).toBeNull();
      await harness.drainUntilIdle(11 * 60_000);
      expect(harness.projections.get(orderId)?.problem?.code).toBe("shipment.tracking_missing");
    }));

  it("cancels on the channel what the store cancelled, without cancelling there again", () =>
    withLedger(async (harness) => {
      const { orderId, sourceOrderId } = await imported(harness);
      harness.world.prestashop8.cancelOrder(sourceOrderId);
      storeEvent(harness, sourceOrderId);
      await harness.drainUntilIdle();
      expect(channelStatus(harness, orderId)).toBe("CANCELLED");
      expect(countSent(harness.requests, REQUESTS.cancelAtChannel)).toBe(1);
      expect(countSent(harness.requests, REQUESTS.changeState)).toBe(0);
      expect(harness.projections.get(orderId)?.tab).toBe("cancelled");
    }));

  it("does not restock what is on its way when the channel cancels late: a person decides", () =>
    withLedger(async (harness) => {
      const { orderId, sourceOrderId } = await imported(harness);
      shipped(harness, sourceOrderId, "TRACK1");
      storeEvent(harness, sourceOrderId);
      await harness.drainUntilIdle();
      harness.world.tiktok.advanceOrder(orderId, "CANCELLED");
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      expect(countSent(harness.requests, REQUESTS.changeState)).toBe(0);
      expect(countOf(harness, harness.white)).toBe(9);
      const { problem } = harness.projections.get(orderId) ?? {};
      expect(problem?.code).toBe("order.cancelled_after_shipping");
      harness.world.prestashop8.cancelOrder(sourceOrderId);
      storeEvent(harness, sourceOrderId);
      await harness.drainUntilIdle();
      expect(harness.projections.get(orderId)).toMatchObject({ tab: "cancelled", problem: null });
    }));

  it("shows the merchant that the channel refuses to cancel", () =>
    withLedger(async (harness) => {
      const { orderId, sourceOrderId } = await imported(harness);
      // The carrier collects what the seller sent by hand, just before the request arrives.
      harness.requests.disturb = ({ request, when }) => {
        if (when === "sent" && REQUESTS.cancelAtChannel.test(request))
          harness.world.tiktok.advanceOrder(orderId, "IN_TRANSIT");
      };
      harness.world.prestashop8.cancelOrder(sourceOrderId);
      storeEvent(harness, sourceOrderId);
      await harness.drainUntilIdle();
      expect(harness.projections.get(orderId)?.problem?.code).toBe("tiktok.already_shipped");
    }));
});

describe("part of an order given back after its import", () => {
  it("is shown to the merchant, since no call can take a line out of the store's order", () =>
    withLedger(async (harness) => {
      stocked(harness);
      const lines = [{ skuId: harness.white.channelSkuId, quantity: 2 }];
      const orderId = place(harness, { lines });
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      const channel = openSeller(harness);
      const [order] = await channel.readOrders([orderId]);
      await channel.cancelOrder(orderId, [order?.lines[0]?.id ?? ""], "out_of_stock");
      webhook(harness, orderId);
      await harness.drainUntilIdle();
      expect(harness.projections.get(orderId)?.problem).toEqual({
        code: "order.lines_cancelled",
        facts: { skus: [harness.white.sellerSku] },
      });
    }));
});
