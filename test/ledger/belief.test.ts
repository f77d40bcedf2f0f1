/** The channel keeps counters of its own: buyers, cancellations and sellers move them without Weft. */
import { describe, expect, it } from "vitest";
import { receive } from "../../src/sync/orders/refresh-order";
import {
  buyerCancels,
  importedOrders,
  place,
  shipped,
  shownOf,
  webhook,
} from "../support/ledger-acts";
import { openLedger, withLedger, type LedgerHarness } from "../support/ledger-harness";
import { ledgerOf02 } from "../support/ledger-of-0-2";
import { counted, listed, sendAll } from "../support/offer-writes";
import { lineOf, orderOf } from "../support/order-builders";
import { REQUESTS } from "../support/request-names";
import { openSimulatedShops } from "../support/simulated-shops";

const shown = (harness: LedgerHarness) => shownOf(harness, harness.white);

/** A buyer orders, which moves the counter, and Weft does what follows. */
async function ordered(
  harness: LedgerHarness,
  units = 1,
  status: "ON_HOLD" | "UNPAID" = "ON_HOLD",
) {
  const lines = [{ skuId: harness.white.channelSkuId, quantity: units }];
  const orderId = place(harness, { lines, status });
  webhook(harness, orderId);
  const sent = await sendAll(harness);
  return { orderId, sent };
}

describe("what the channel shows of a SKU", () => {
  it("is right after a sale in the store and a cancellation between two scans", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 300);
      const { orderId } = await ordered(harness);
      expect(shown(harness)).toBe(299);
      harness.world.tiktok.buyerCancels(orderId);
      expect(shown(harness)).toBe(300);
      counted(harness, harness.white, 299);
      webhook(harness, orderId);
      await sendAll(harness);
      expect(shown(harness)).toBe(299);
    }));

  it("is right when an order is cancelled that the store has shipped", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 300);
      const orderId = place(harness);
      webhook(harness, orderId);
      await sendAll(harness);
      shipped(harness, importedOrders(harness)[0]?.id ?? "", "TRACK1");
      buyerCancels(harness, orderId);
      expect(shown(harness)).toBe(300);
      webhook(harness, orderId);
      expect(await sendAll(harness)).toEqual(["quantities white=299"]);
      expect(shown(harness)).toBe(299);
    }));

  it("is right when the channel cancels after the raised stock went out", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 300);
      const { orderId } = await ordered(harness);
      counted(harness, harness.white, 301);
      await sendAll(harness);
      expect(shown(harness)).toBe(300);
      harness.world.tiktok.buyerCancels(orderId);
      counted(harness, harness.white, 300);
      webhook(harness, orderId);
      await sendAll(harness);
      expect(shown(harness)).toBe(300);
    }));

  it("is right when a restock and a new order cancel each other out", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 297);
      counted(harness, harness.white, 300);
      const { sent } = await ordered(harness, 3);
      // The restock goes out at once; the order is seen behind it.
      expect(sent).toEqual(["quantities white=300", "quantities white=297"]);
      expect(shown(harness)).toBe(297);
    }));

  it("is sent again when the counter moved while a write was under way", () =>
    withLedger(async (harness) => {
      const { channelSkuId } = harness.white;
      listed(harness, harness.white);
      counted(harness, harness.white, 9);
      harness.requests.disturb = ({ request, when }) => {
        if (when !== "answered" || !REQUESTS.setQuantities.test(request)) return;
        harness.requests.disturb = () => {};
        harness.world.tiktok.sellerEdits(channelSkuId, { quantity: 10 });
        harness.storage.publisher.doubt("quantity", [channelSkuId], "returned");
      };
      expect(await sendAll(harness)).toEqual(["quantities white=9", "quantities white=9"]);
      expect(shown(harness)).toBe(9);
    }));
});

describe("an order that changes nothing for a SKU", () => {
  it("costs one write of its listing when it is new, none when it is read again", () =>
    withLedger(async (harness) => {
      listed(harness, harness.white, 10);
      listed(harness, harness.black, 4);
      const { orderId, sent } = await ordered(harness, 1, "UNPAID");
      expect(sent).toEqual(["quantities white=9"]);
      harness.world.tiktok.payOrder(orderId);
      webhook(harness, orderId);
      expect(await sendAll(harness)).toEqual([]);
    }));

  it("costs nothing when the channel sends it from its own warehouse", () =>
    withLedger(async (harness) => {
      // The simulated channel has no warehouse of its own, so the order is told by hand.
      const { channelSkuId } = harness.white;
      listed(harness, harness.white);
      const lines = [lineOf({ channelSkuId })];
      const order = orderOf({ state: "awaiting_shipment", fulfilment: "channel", lines });
      receive(harness.storage.orders, order, harness.now, harness.now);
      expect(await sendAll(harness)).toEqual([]);
    }));
});

describe("an offer whose numbers nobody read", () => {
  it("is sent both, although they are the wanted ones", () =>
    withLedger(async (harness) => {
      const { sellerSku: _sku, ...key } = harness.white;
      listed(harness, harness.white);
      const sent = { sentQuantity: 10, sentPriceMinor: 1000, doubt: "never_read" as const };
      harness.storage.publisher.bind([{ ...key, ...sent }]);
      const both = ["prices white=10.00", "quantities white=10"];
      expect((await sendAll(harness)).toSorted()).toEqual(both);
      expect(await sendAll(harness)).toEqual([]);
    }));
});

describe("offers that version 0.2 stored", () => {
  it("are believed to show what was sent, and in doubt where a write had no clear end", async () => {
    const sqlite = ledgerOf02();
    const { white, black } = await openSimulatedShops();
    for (const [variant, isSending] of [
      [white, 0],
      [black, 1],
    ] as const)
      sqlite.sql.exec(
        `INSERT INTO offer VALUES (?, ?, '9', ?, 1, 7, 1000, ?, ?)`,
        variant.channelSkuId,
        variant.channelProductId,
        variant.variantId,
        isSending,
        isSending,
      );
    const harness = await openLedger({ sqlite });
    expect(harness.storage.offerStore.listByListing(white.channelProductId)).toMatchObject([
      {
        channelSkuId: white.channelSkuId,
        believedQuantity: 7,
        quantityDoubt: null,
        priceDoubt: null,
      },
      {
        channelSkuId: black.channelSkuId,
        believedPriceMinor: 1000,
        quantityDoubt: "sending",
        priceDoubt: "sending",
      },
    ]);
    counted(harness, white, 7, 1000);
    counted(harness, black, 7, 1000);
    const sent = ["prices black=10.00", "quantities black=7"];
    expect((await sendAll(harness)).toSorted()).toEqual(sent);
  });
});
