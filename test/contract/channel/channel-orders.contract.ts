import { describe, expect, it } from "vitest";
import { draftOrder } from "../../../src/domain/orders/order-draft";
import { live, only, type ChannelHarness } from "./channel-harness";
import { failureOf } from "../../support/failure-of";

/** What orders do on every channel: money, polling, shipping once, cancelling. */
export function orderContract(open: () => Promise<ChannelHarness>): void {
  describe("orders", () => {
    const bought = async (quantity: number, stage: "unpaid" | "paid") => {
      const harness = await open();
      const { draft } = await live(harness);
      const sku = draft.skus[0];
      if (!sku) throw new Error("a draft has SKUs");
      const id = await harness.placeOrder(sku.sellerSku, quantity, stage);
      return { harness, sku, id };
    };

    it("have a row per unit, and money that adds up to what the buyer pays", async () => {
      const { harness, sku, id } = await bought(3, "paid");
      const order = await only(harness.session, id);
      expect(order).toMatchObject({ id, state: "awaiting_shipment", currency: harness.currency });
      expect(order.lines).toHaveLength(3);
      expect(new Set(order.lines.map((line) => line.id)).size).toBe(3);
      for (const line of order.lines) expect(line.sellerSku).toBe(sku.sellerSku);
      const { money } = order;
      expect(order.lines.reduce((sum, line) => sum + line.salePriceMinor, 0)).toBe(
        money.subtotalMinor,
      );
      expect([0, money.taxMinor]).toContain(
        money.totalMinor - money.subtotalMinor - money.shippingMinor - money.otherFeesMinor,
      );
      expect(order.address?.line1).toBeTruthy();
      expect(order.paidAt).toBeGreaterThan(0);
    });

    it("become drafts at the prices shown, with tax the market adds on top kept apart", async () => {
      const { harness, id } = await bought(2, "paid");
      const order = await only(harness.session, id);
      const link = { productId: "1", variantId: "0" };
      const links = new Map(order.lines.map((line) => [line.channelSkuId, link]));
      const draft = draftOrder(order, links, {
        paymentLabel: "Channel",
        mailDomain: "channel.invalid",
        moneyChoice: "paid",
      });
      const { totalMinor, subtotalMinor, shippingMinor, taxMinor, otherFeesMinor } = order.money;
      const shownMinor = subtotalMinor + shippingMinor + otherFeesMinor;
      expect(draft).toMatchObject({
        totalMinor: shownMinor,
        buyerPaidMinor: totalMinor,
        salesTaxMinor: totalMinor === shownMinor ? 0 : taxMinor,
        discountMinor: 0,
      });
      for (const line of draft?.lines ?? [])
        expect(order.lines.map((sold) => sold.salePriceMinor)).toContain(line.unitPriceMinor);
    });

    it("are found by a poll from the moment they changed, and not from a later one", async () => {
      const { harness, id } = await bought(1, "paid");
      const { updatedAt } = await only(harness.session, id);
      const page = await harness.session.pollOrders(updatedAt);
      expect(page.orders.map((order) => order.id)).toContain(id);
      const later = await harness.session.pollOrders(updatedAt + 1_000);
      expect(later.orders.map((order) => order.id)).not.toContain(id);
    });

    it("hide the buyer until they are paid", async () => {
      const { harness, id } = await bought(1, "unpaid");
      const order = await only(harness.session, id);
      expect(order.state).toBe("unpaid");
      expect(order.address?.line1 ?? "").toBe("");
    });

    it("nobody knows are absent", async () => {
      const { harness, id } = await bought(1, "paid");
      const found = await harness.session.readOrders([id, "576000000000000001"]);
      expect(found.map((order) => order.id)).toEqual([id]);
    });

    it("ship once: a lost answer is cleared up by reading, a repeat is refused", async () => {
      const { harness, id } = await bought(2, "paid");
      const { session } = harness;
      const order = await only(session, id);
      const [provider] = await session.listShippingProviders(order.deliveryOptionId);
      const shipment = {
        orderId: id,
        lineIds: order.lines.map((line) => line.id),
        trackingNumber: "AB123456789GB",
        providerId: provider?.id ?? "",
      };
      harness.loseNextAnswer();
      const lost = await failureOf(session.shipOrder(shipment));
      expect(lost).toMatchObject({ remedy: "retry", facts: { maybeApplied: true } });
      const shipped = await only(session, id);
      expect(["awaiting_collection", "in_transit"]).toContain(shipped.state);
      expect(shipped.lines[0]?.trackingNumber).toBe("AB123456789GB");
      const again = await failureOf(session.shipOrder(shipment));
      expect(again.code).toMatch(/\.already_shipped$/);
      const [packageId] = shipped.packageIds;
      await session.updateTracking(id, packageId ?? "", "AB987654321GB", shipment.providerId);
      expect((await only(session, id)).lines[0]?.trackingNumber).toBe("AB987654321GB");
    });

    it("can be cancelled by the seller for want of stock", async () => {
      const { harness, id } = await bought(1, "paid");
      await harness.session.cancelOrder(id, [], "out_of_stock");
      const order = await only(harness.session, id);
      expect(order).toMatchObject({ state: "cancelled", cancelledBy: "seller" });
    });
  });
}
