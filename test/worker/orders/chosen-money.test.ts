import { describe, expect, it } from "vitest";
import { liveSku, readOrder, merchantWithListings } from "../../support/merchant-with-listings";
import { until, saveSettings } from "../../support/merchant";

describe("the settings of orders", () => {
  it("makes an order as the merchant chose: what is owed, under a name, in a state", async () => {
    const connected = await merchantWithListings();
    const { world, merchant, connectionId } = connected;
    const params = { id: connectionId };
    const { states } = await merchant.call("GET /api/connections/:id/order-states", { params });
    expect(states.map(({ name }) => name)).toContain("Processing in progress");
    expect(states.map(({ name }) => name)).not.toContain("Shipped");
    const orderStateId = states.find(({ name }) => name === "Processing in progress")?.id ?? "";
    const orders = {
      orderMoney: "owed" as const,
      orderPaymentLabel: "TikTok UK",
      orderStateId,
    };
    await saveSettings(merchant, params.id, orders);
    const { skuId } = await liveSku(connected);
    const orderId = world.tiktok.placeOrder({
      lines: [{ skuId, quantity: 2 }],
      discounts: { seller: "1.00", platform: "0.75" },
      shippingFee: "2.99",
      shippingDiscounts: { seller: "0.40", platform: "1.00", cofunded: "0.30" },
      status: "AWAITING_SHIPMENT",
    });
    await world.tick();
    const imported = await until(async () => {
      const order = await readOrder(connected, orderId).catch(() => undefined);
      return order?.store ? order : undefined;
    }, "the order to reach the store");
    const { sum, store } = imported;
    const owedMinor = sum.paidMinor + 75 + 100;
    expect(sum).toMatchObject({ platformDiscountMinor: 75, shippingCofundedDiscountMinor: 30 });
    expect(store).toMatchObject({
      moneyChoice: "owed",
      expectedMinor: owedMinor,
      totalMinor: owedMinor,
      shippingMinor: 229,
      oversold: [],
    });
    const row = world.prestashop8.orders().find(({ id }) => String(id) === imported.sourceOrderId);
    expect(row?.values).toMatchObject({ payment: "TikTok UK", current_state: orderStateId });
    expect(Number(row?.values["total_paid"])).toBeCloseTo(owedMinor / 100, 6);
  }, 60_000);
});
