import { describe, expect, it } from "vitest";
import { liveSku, readOrder, merchantWithListings } from "../support/merchant-with-listings";
import { until } from "../support/merchant";

describe("the whole path", () => {
  it("brings a paid order into the store once, to the cent, and its shipment back", async () => {
    const connected = await merchantWithListings();
    const { world } = connected;
    const { skuId } = await liveSku(connected);
    const before = world.prestashop8.orders().length;
    const orderId = world.tiktok.placeOrder({
      lines: [{ skuId, quantity: 2 }],
      shippingFee: "2.99",
      status: "AWAITING_SHIPMENT",
    });
    await world.tick();
    const imported = await until(async () => {
      const order = await readOrder(connected, orderId).catch(() => undefined);
      return order?.sourceOrderId ? order : undefined;
    }, "the order to reach the store");
    expect(world.prestashop8.orders()).toHaveLength(before + 1);
    expect(imported.tab).toBe("unfulfilled");
    const row = world.prestashop8.orders().find(({ id }) => String(id) === imported.sourceOrderId);
    expect(Number(row?.values["total_paid"])).toBeCloseTo(imported.totalMinor / 100, 6);

    world.prestashop8.shipOrder(imported.sourceOrderId ?? "", {
      carrierId: "2",
      trackingNumber: "WF0001GB",
    });
    await world.tick();
    await until(async () => {
      const order = world.tiktok.order(orderId);
      return order?.["status"] === "AWAITING_COLLECTION" || undefined;
    }, "TikTok Shop to know of the shipment");
    const shipped = await until(async () => {
      const order = await readOrder(connected, orderId);
      return order.tab === "fulfilled" ? order : undefined;
    }, "the order to stand under fulfilled");
    expect(shipped.trackingNumber).toBe("WF0001GB");
  }, 60_000);
});
