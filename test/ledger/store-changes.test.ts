import { describe, expect, it } from "vitest";
import type { Transport } from "../../src/domain/connections/source-store";
import {
  channelStatus,
  countOf,
  importedOrders,
  installModule,
  link,
  observed,
  place,
  shipped,
  shownOf,
  stocked,
  storeEvent,
  webhook,
} from "../support/ledger-acts";
import { withLedger, type LedgerHarness } from "../support/ledger-harness";
import { REQUESTS } from "../support/request-names";
import { countSent } from "../support/request-points";

const MINUTE_MS = 60_000;

interface Imported {
  harness: LedgerHarness;
  orderId: string;
  sourceOrderId: string;
}

/** Two white and one black, in the store by the transport. */
const over = (transport: Transport, body: (imported: Imported) => Promise<void>) =>
  withLedger(async (harness) => {
    if (transport === "module") await installModule(harness);
    stocked(harness);
    observed(harness, harness.black, 10);
    link(harness, harness.black);
    const { white, black } = harness;
    const orderId = place(harness, {
      lines: [
        { skuId: white.channelSkuId, quantity: 2 },
        { skuId: black.channelSkuId, quantity: 1 },
      ],
    });
    webhook(harness, orderId);
    await harness.drainUntilIdle();
    await body({ harness, orderId, sourceOrderId: importedOrders(harness)[0]?.id ?? "" });
  });

const edit = (
  { harness, sourceOrderId }: Imported,
  { productId, variantId }: LedgerHarness["white"],
  quantity: number,
) =>
  harness.world.prestashop8.editOrderLine(sourceOrderId, {
    productId,
    combinationId: variantId,
    quantity,
  });

const scan = async ({ harness }: Imported, horizonMs = MINUTE_MS) => {
  harness.storage.outbox.schedule("scan-shipments", "scan-shipments", harness.now);
  await harness.drainUntilIdle(horizonMs);
};

const problemOf = ({ harness, orderId }: Imported) =>
  harness.projections.get(orderId)?.problem?.code;

const lineStates = ({ harness, orderId }: Imported) => {
  const lines = harness.world.tiktok.order(orderId)?.["line_items"] as {
    seller_sku: string;
    display_status: string;
  }[];
  return lines.map((line) => `${line.seller_sku} ${line.display_status}`).toSorted();
};

describe.each(["module", "webservice"] as const)(
  "an order made by the %s and changed in the store",
  (transport) => {
    it("is shipped without the line that was taken out, which is cancelled", () =>
      over(transport, async (imported) => {
        const { harness, sourceOrderId } = imported;
        edit(imported, harness.black, 0);
        shipped(harness, sourceOrderId, "TRACK1");
        storeEvent(harness, sourceOrderId);
        await harness.drainUntilIdle();
        expect(lineStates(imported)).toEqual([
          "FOX-BLACK CANCELLED",
          "FOX-WHITE AWAITING_COLLECTION",
          "FOX-WHITE AWAITING_COLLECTION",
        ]);
        expect(countSent(harness.requests, REQUESTS.ship)).toBe(1);
        expect(harness.projections.get(imported.orderId)).toMatchObject({
          tab: "fulfilled",
          problem: null,
          storeMoney: { expectedMinor: 2299, figures: { totalMinor: 2299 } },
        });
      }));

    it("has a lowered quantity cancelled once the merchant had time to edit, and its stock right", () =>
      over(transport, async (imported) => {
        const { harness } = imported;
        edit(imported, harness.white, 1);
        await scan(imported);
        expect(lineStates(imported).filter((text) => text.endsWith("CANCELLED"))).toEqual([]);
        harness.now += 11 * MINUTE_MS;
        await scan(imported);
        expect(lineStates(imported)).toContain("FOX-WHITE CANCELLED");
        expect(problemOf(imported)).toBeUndefined();
        harness.storage.outbox.schedule("scan-stock", "scan-stock", harness.now);
        await harness.drainUntilIdle();
        expect(countOf(harness, harness.white)).toBe(9);
        expect(shownOf(harness, harness.white)).toBe(9);
        expect(shownOf(harness, harness.black)).toBe(9);
      }));

    it("is left alone when the line comes back in time", () =>
      over(transport, async (imported) => {
        const { harness } = imported;
        edit(imported, harness.white, 1);
        await scan(imported);
        edit(imported, harness.white, 2);
        harness.now += 11 * MINUTE_MS;
        await scan(imported);
        expect(lineStates(imported).filter((text) => text.endsWith("CANCELLED"))).toEqual([]);
        expect(problemOf(imported)).toBeUndefined();
        expect(harness.storage.orders.read(imported.orderId)?.fulfilment.changes).toBeUndefined();
      }));

    it("says that an item was swapped, cancels nothing and ships what the store has", () =>
      over(transport, async (imported) => {
        const { harness, sourceOrderId } = imported;
        edit(imported, harness.black, 0);
        edit(imported, harness.white, 3);
        harness.now += 11 * MINUTE_MS;
        await scan(imported);
        expect(problemOf(imported)).toBe("order.store_lines_removed");
        shipped(harness, sourceOrderId, "TRACK1");
        await scan(imported);
        expect(lineStates(imported)).toContain("FOX-BLACK AWAITING_SHIPMENT");
        expect(lineStates(imported)).toContain("FOX-WHITE AWAITING_COLLECTION");
        expect(problemOf(imported)).toBe("order.store_lines_removed");
      }));

    it("shows an added item and the store's present sum", () =>
      over(transport, async (imported) => {
        const { harness, orderId, sourceOrderId } = imported;
        harness.world.prestashop8.editOrderLine(sourceOrderId, {
          productId: "19",
          combinationId: "0",
          quantity: 1,
          unitPrice: 5,
        });
        await scan(imported);
        expect(harness.projections.get(orderId)).toMatchObject({
          problem: { code: "order.store_units_added", facts: { count: 1 } },
          storeMoney: { expectedMinor: 3299, figures: { totalMinor: 3799 } },
        });
      }));

    it("is shown in a state that says nothing, until the merchant says what it means", () =>
      over(transport, async (imported) => {
        const { harness, orderId, sourceOrderId } = imported;
        const own = harness.world.prestashop8.addOrderState("Cancelled by us");
        harness.world.prestashop8.setOrderState(sourceOrderId, own);
        await scan(imported);
        expect(harness.projections.get(orderId)?.problem).toEqual({
          code: "order.store_state_silent",
          facts: { state: "Cancelled by us", orderStateId: own },
        });
        harness.connection.stateRules = [{ orderStateId: own, meaning: "cancelled" }];
        await scan(imported);
        expect(channelStatus(harness, orderId)).toBe("CANCELLED");
        expect(harness.projections.get(orderId)).toMatchObject({ tab: "cancelled", problem: null });
      }));

    it("is shipped by a state of the merchant's own, once mapped; with a number alone it is shown", () =>
      over(transport, async (imported) => {
        const { harness, orderId, sourceOrderId } = imported;
        const own = harness.world.prestashop8.addOrderState("Sent", { paid: "1", logable: "1" });
        harness.world.prestashop8.setOrderState(sourceOrderId, own);
        await scan(imported);
        expect(problemOf(imported)).toBeUndefined();
        harness.world.prestashop8.setTracking(sourceOrderId, "TRACK1");
        await scan(imported);
        expect(problemOf(imported)).toBe("order.store_state_silent");
        harness.connection.stateRules = [{ orderStateId: own, meaning: "shipped" }];
        await scan(imported);
        expect(channelStatus(harness, orderId)).toBe("AWAITING_COLLECTION");
        expect(problemOf(imported)).toBeUndefined();
      }));

    it("is shown when it was refunded or deleted before it was shipped", () =>
      over(transport, async (imported) => {
        const { harness, sourceOrderId } = imported;
        harness.world.prestashop8.refundOrder(sourceOrderId);
        await scan(imported);
        expect(problemOf(imported)).toBe("order.store_state_silent");
        harness.world.prestashop8.deleteOrder(sourceOrderId);
        storeEvent(harness, sourceOrderId);
        await harness.drainUntilIdle();
        expect(problemOf(imported)).toBe("order.store_order_missing");
        expect(channelStatus(harness, imported.orderId)).toBe("AWAITING_SHIPMENT");
      }));
  },
);
