import { describe, expect, it } from "vitest";
import { wireTo } from "./wire";

describe("shipping", () => {
  it("names the lines, so that several packages are no question", async () => {
    const wire = wireTo([{ data: { package_id: "77" } }]);
    const draft = { orderId: "5", lineIds: ["1", "2"], trackingNumber: "AB1", providerId: "9" };
    expect(await wire.session.shipOrder(draft)).toEqual({ packageId: "77" });
    expect(wire.sent[0]).toMatchObject({
      path: "/fulfillment/202309/orders/5/packages",
      body: { order_line_item_ids: ["1", "2"], tracking_number: "AB1", shipping_provider_id: "9" },
    });
  });

  it("twice has a code of its own", async () => {
    const wire = wireTo([{ code: 21008099 }]);
    const draft = { orderId: "5", lineIds: ["1"], trackingNumber: "AB1", providerId: "9" };
    await expect(wire.session.shipOrder(draft)).rejects.toMatchObject({
      code: "tiktok.already_shipped",
    });
  });

  it("has no providers where the platform ships", async () => {
    expect(await wireTo([{ code: 21008117 }]).session.listShippingProviders("1")).toEqual([]);
  });

  it("of a platform's package takes the seller's tracking or a drop-off", async () => {
    const wire = wireTo([{ data: {} }]);
    await wire.session.shipPackage("8", "AB1", "9");
    await wire.session.shipPackage("8", "", "");
    expect(wire.sent.map(({ body }) => body)).toEqual([
      { self_shipment: { tracking_number: "AB1", shipping_provider_id: "9" } },
      { handover_method: "DROP_OFF" },
    ]);
  });

  it("changes tracking by package where there is one, else by order", async () => {
    const wire = wireTo([{ data: {} }]);
    await wire.session.updateTracking("5", "8", "AB2", "9");
    await wire.session.updateTracking("5", "", "AB2", "9");
    expect(wire.sent.map(({ path }) => path)).toEqual([
      "/fulfillment/202309/packages/8/shipping_info/update",
      "/fulfillment/202309/orders/5/shipping_info/update",
    ]);
  });
});

describe("cancelling by the seller", () => {
  it("uses the market's name of the reason", async () => {
    const british = wireTo([{ data: {} }], { region: "GB" });
    await british.session.cancelOrder("5", [], "out_of_stock");
    expect(british.sent[0]?.body).toEqual({
      order_id: "5",
      cancel_reason: "seller_cancel_reason_out_of_stock_uk",
    });
    const american = wireTo([{ data: {} }], { region: "US" });
    await american.session.cancelOrder("5", ["1"], "buyer_asked");
    expect(american.sent[0]?.body).toEqual({
      order_id: "5",
      order_line_item_ids: ["1"],
      cancel_reason: "seller_cancel_paid_reason_buyer_requested_cancellation",
    });
  });

  it.each([
    ["GB", "pricing_error", "seller_cancel_reason_wrong_price_uk"],
    ["DE", "pricing_error", "seller_cancel_reason_wrong_price"],
    ["GB", "undeliverable", "seller_cancel_paid_reason_address_not_deliver_uk"],
    ["SG", "undeliverable", "seller_cancel_unable_to_deliver_to_buyer_address"],
    ["JP", "buyer_asked", "seller_cancel_paid_reason_buyer_requested_cancellation"],
  ] as const)("names it in %s: %s", async (region, reason, name) => {
    const wire = wireTo([{ data: {} }], { region });
    await wire.session.cancelOrder("5", [], reason);
    expect(wire.sent[0]?.body).toMatchObject({ cancel_reason: name });
  });

  it.each([
    ["BR", "pricing_error"],
    ["MX", "pricing_error"],
    ["SG", "buyer_asked"],
  ] as const)("has no name in %s: %s", async (region, reason) => {
    const wire = wireTo([{ data: {} }], { region });
    await expect(wire.session.cancelOrder("5", [], reason)).rejects.toMatchObject({
      code: "tiktok.cancel_reason",
    });
  });

  it("takes the unpaid order's reason once the platform says that the reason does not fit the state", async () => {
    const wire = wireTo([{ code: 25001021 }, { data: {} }], { region: "US" });
    await wire.session.cancelOrder("5", [], "out_of_stock");
    expect(wire.sent[1]?.body).toMatchObject({
      cancel_reason: "seller_cancel_unpaid_reason_out_of_stock",
    });
  });

  it("answers a buyer's open request by its id, a repeat like the first time", async () => {
    const found = { data: { cancellations: [{ cancel_id: "77", role: "BUYER" }] } };
    const wire = wireTo([found, { data: {} }, found, { code: 25020009 }, { data: {} }]);
    expect(await wire.session.answerCancelRequest("5", "approve")).toBe(true);
    expect(wire.sent[0]?.body).toEqual({
      order_ids: ["5"],
      cancel_status: ["CANCELLATION_REQUEST_PENDING"],
    });
    expect(wire.sent[1]).toMatchObject({
      path: "/return_refund/202309/cancellations/77/approve",
      query: { idempotency_key: "weft-77-approve" },
    });
    expect(await wire.session.answerCancelRequest("5", "approve")).toBe(false);
    expect(await wire.session.answerCancelRequest("5", "approve")).toBe(false);
  });

  it("declines a request for the reason that the platform offers for it", async () => {
    const found = { data: { cancellations: [{ cancel_id: "77", role: "BUYER" }] } };
    const reasons = [{ name: "reason_a" }, { name: "product_packed" }];
    const wire = wireTo([found, { data: { reasons } }, { data: {} }]);
    expect(await wire.session.answerCancelRequest("5", "decline")).toBe(true);
    expect(wire.sent[1]?.query).toMatchObject({ return_or_cancel_id: "77" });
    expect(wire.sent[2]?.body).toEqual({ reject_reason: "product_packed" });
  });

  it("does not invent a reason the market lacks", async () => {
    const wire = wireTo([{ data: {} }], { region: "GB" });
    await expect(wire.session.cancelOrder("5", [], "buyer_asked")).rejects.toMatchObject({
      remedy: "merchant",
      code: "tiktok.cancel_reason",
    });
    expect(wire.sent).toHaveLength(0);
  });
});
