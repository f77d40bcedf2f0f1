import { describe, expect, it } from "vitest";
import type { Transport } from "../../src/domain/connections/source-store";
import {
  channelStatus,
  countOf,
  importedOrders,
  installModule,
  place,
  shipped,
  shownOf,
  stocked,
  storeEvent,
  webhook,
} from "../support/ledger-acts";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";
import { REQUESTS } from "../support/request-names";
import { countSent, cutLine } from "../support/request-points";

const SHOWN_MS = 60_000;

interface Imported {
  harness: LedgerHarness;
  orderId: string;
  sourceOrderId: string;
}

/** Runs a test's body with one order in the store, made by the transport. */
const over = (transport: Transport, body: (imported: Imported) => Promise<void>) =>
  withLedger(async (harness) => {
    if (transport === "module") await installModule(harness);
    stocked(harness);
    const orderId = place(harness);
    webhook(harness, orderId);
    await harness.drainUntilIdle();
    await body({ harness, orderId, sourceOrderId: importedOrders(harness)[0]?.id ?? "" });
  });

const seen = async ({ harness, orderId, sourceOrderId }: Imported) => {
  webhook(harness, orderId);
  storeEvent(harness, sourceOrderId);
  await harness.drainUntilIdle(SHOWN_MS);
};

const reasonsNamed = ({ harness }: Imported) =>
  harness.requests.sent.flatMap((request) => /"cancel_reason":"([^"]*)"/.exec(request)?.[1] ?? []);

describe.each(["module", "webservice"] as const)("an order made by the %s", (transport) => {
  it("is cancelled by approval when the store cancels it while the buyer asks for the same", () =>
    over(transport, async (imported) => {
      const { harness, orderId, sourceOrderId } = imported;
      harness.world.tiktok.buyerCancels(orderId);
      await seen(imported);
      expect(harness.projections.get(orderId)?.problem?.code).toBe("order.cancel_requested");
      harness.world.prestashop8.cancelOrder(sourceOrderId);
      await seen(imported);
      expect(harness.world.tiktok.order(orderId)).toMatchObject({
        status: "CANCELLED",
        cancellation_initiator: "BUYER",
      });
      expect(countSent(harness.requests, REQUESTS.approveCancel)).toBe(1);
      expect(reasonsNamed(imported)).toEqual([]);
      expect(harness.projections.get(orderId)).toMatchObject({ tab: "cancelled", problem: null });
      expect(countOf(harness, harness.white)).toBe(10);
      expect(shownOf(harness, harness.white)).toBe(10);
    }));

  it("is cancelled by approval although Weft has not seen the buyer's request", () =>
    over(transport, async (imported) => {
      const { harness, orderId, sourceOrderId } = imported;
      // The order is read just before the buyer asks.
      harness.requests.disturb = ({ request, when }) => {
        if (when !== "sent" || !REQUESTS.cancelAtChannel.test(request)) return;
        harness.requests.disturb = () => {};
        harness.world.tiktok.buyerCancels(orderId);
      };
      harness.world.prestashop8.cancelOrder(sourceOrderId);
      await seen(imported);
      expect(channelStatus(harness, orderId)).toBe("CANCELLED");
      expect(harness.projections.get(orderId)).toMatchObject({ tab: "cancelled", problem: null });
    }));

  it("is approved once although the answer got lost", () =>
    over(transport, async (imported) => {
      const { harness, orderId, sourceOrderId } = imported;
      harness.world.tiktok.buyerCancels(orderId);
      cutLine(harness.requests, REQUESTS.approveCancel, "answered", { times: 1 });
      harness.world.prestashop8.cancelOrder(sourceOrderId);
      await seen(imported);
      expect(channelStatus(harness, orderId)).toBe("CANCELLED");
      expect(harness.projections.get(orderId)).toMatchObject({ tab: "cancelled", problem: null });
      expect(shownOf(harness, harness.white)).toBe(10);
    }));

  it.each([
    ["out_of_stock", "seller_cancel_reason_out_of_stock_uk"],
    ["pricing_error", "seller_cancel_reason_wrong_price_uk"],
    ["undeliverable", "seller_cancel_paid_reason_address_not_deliver_uk"],
    // The United Kingdom knows no such reason of a seller.
    ["buyer_asked", "seller_cancel_reason_out_of_stock_uk"],
  ] as const)("is cancelled for the reason the merchant chose: %s", (chosen, named) =>
    over(transport, async (imported) => {
      const { harness, orderId, sourceOrderId } = imported;
      harness.connection.cancelReason = chosen;
      harness.world.prestashop8.cancelOrder(sourceOrderId);
      await seen(imported);
      expect(channelStatus(harness, orderId)).toBe("CANCELLED");
      expect(reasonsNamed(imported)).toEqual([named]);
    }),
  );

  it("is shipped when a person declines the request that was open, and stays when it is approved", () =>
    over(transport, async (imported) => {
      const { harness, orderId, sourceOrderId } = imported;
      harness.world.tiktok.buyerCancels(orderId);
      shipped(harness, sourceOrderId, "TRACK1");
      await seen(imported);
      expect(harness.projections.get(orderId)?.problem?.code).toBe("shipment.cancel_requested");
      expect(await harness.ledger.answerRequest(orderId, "decline")).toBe(true);
      await harness.drainUntilIdle(SHOWN_MS);
      expect(channelStatus(harness, orderId)).toBe("AWAITING_COLLECTION");
      expect(harness.projections.get(orderId)).toMatchObject({ tab: "fulfilled", problem: null });
      expect(await harness.ledger.answerRequest(orderId, "approve")).toBe(false);
    }));

  it("is cancelled on both sides when a person approves the request", () =>
    over(transport, async (imported) => {
      const { harness, orderId } = imported;
      harness.world.tiktok.buyerCancels(orderId);
      await seen(imported);
      expect(await harness.ledger.answerRequest(orderId, "approve")).toBe(true);
      await harness.drainUntilIdle(SHOWN_MS);
      expect(importedOrders(harness)).toMatchObject([{ state: "6" }]);
      expect(harness.projections.get(orderId)).toMatchObject({ tab: "cancelled", problem: null });
      expect(countOf(harness, harness.white)).toBe(10);
      expect(shownOf(harness, harness.white)).toBe(10);
    }));

  it("holds its units, which the store has given back, until the channel has cancelled, too", () =>
    over(transport, async (imported) => {
      const { harness, orderId, sourceOrderId } = imported;
      cutLine(harness.requests, REQUESTS.cancelAtChannel, "sent");
      harness.world.prestashop8.cancelOrder(sourceOrderId);
      harness.storage.publisher.observe([{ ...keyOf(harness), quantity: 10 }], harness.now + 1);
      storeEvent(harness, sourceOrderId);
      await harness.drainUntilIdle(10_000);
      expect(shownOf(harness, harness.white)).toBe(9);
      harness.requests.disturb = () => {};
      await harness.drainUntilIdle(10 * SHOWN_MS);
      expect(channelStatus(harness, orderId)).toBe("CANCELLED");
      expect(shownOf(harness, harness.white)).toBe(10);
    }));
});

const keyOf = ({ white: { productId, variantId } }: LedgerHarness) => ({ productId, variantId });
