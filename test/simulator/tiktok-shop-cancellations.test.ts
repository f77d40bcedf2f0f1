import { describe, expect, it } from "vitest";
import { liveMug, openHarness, type Harness } from "./tiktok-shop-client";

const CANCEL = "/return_refund/202309/cancellations";
const OUT_OF_STOCK = "seller_cancel_reason_out_of_stock_uk";
const REJECT = "seller_reject_apply_product_has_been_packed";

const statusOf = (harness: Harness, id: string) => harness.shop.order(id)?.["status"];
const create = (harness: Harness, body: object) => harness.call("POST", CANCEL, { body });
const search = async (harness: Harness, body: object = {}) =>
  (await harness.call("POST", `${CANCEL}/search`, { body })).data["cancellations"] as Record<
    string,
    unknown
  >[];

async function order(quantity: number, status: "UNPAID" | "ON_HOLD" | "AWAITING_SHIPMENT") {
  const harness = await openHarness();
  const { skuId } = await liveMug(harness);
  const id = harness.shop.placeOrder({ lines: [{ skuId, quantity }], status });
  return { harness, id, skuId };
}

describe("a seller's cancellation", () => {
  it("cancels at once and is refunded a minute later", async () => {
    const { harness, id } = await order(2, "AWAITING_SHIPMENT");
    const made = await create(harness, { order_id: id, cancel_reason: OUT_OF_STOCK });
    expect(made.data["cancel_status"]).toBe("CANCELLATION_REQUEST_SUCCESS");
    expect(statusOf(harness, id)).toBe("CANCELLED");
    harness.clock.advance(60_000);
    expect(await search(harness)).toMatchObject([
      {
        cancel_id: made.data["cancel_id"],
        cancel_status: "CANCELLATION_REQUEST_COMPLETE",
        role: "SELLER",
        refund_amount: { refund_total: "25.00" },
      },
    ]);
    expect((await create(harness, { order_id: id, cancel_reason: OUT_OF_STOCK })).code).toBe(
      25001051,
    );
  });

  it("may cover a part of the order only for lack of stock", async () => {
    const { harness, id, skuId } = await order(3, "AWAITING_SHIPMENT");
    const part = { order_id: id, skus: [{ sku_id: skuId, quantity: 1 }] };
    const wrong = { ...part, cancel_reason: "seller_cancel_reason_wrong_price_uk" };
    expect((await create(harness, wrong)).code).toBe(25005010);
    const many = { ...part, skus: [{ sku_id: skuId, quantity: 4 }], cancel_reason: OUT_OF_STOCK };
    expect((await create(harness, many)).code).toBe(25005011);
    expect((await create(harness, { ...part, cancel_reason: OUT_OF_STOCK })).code).toBe(0);
    expect(statusOf(harness, id)).toBe("AWAITING_SHIPMENT");
    const lines = harness.shop.order(id)?.["line_items"] as Record<string, unknown>[];
    expect(lines.map((line) => line["display_status"]).toSorted()).toEqual([
      "AWAITING_SHIPMENT",
      "AWAITING_SHIPMENT",
      "CANCELLED",
    ]);
  });

  it("needs a reason of the market that fits the status", async () => {
    const { harness, id } = await order(1, "ON_HOLD");
    const because = (cancel_reason: string) => create(harness, { order_id: id, cancel_reason });
    expect((await because("seller_cancel_reason_out_of_stock")).code).toBe(25001014);
    expect((await because("seller_cancel_unpaid_reason_out_of_stock_uk")).code).toBe(25001021);
    expect((await because(OUT_OF_STOCK)).code).toBe(0);
    const unpaid = await order(1, "UNPAID");
    const refused = {
      order_id: unpaid.id,
      cancel_reason: "seller_cancel_unpaid_reason_out_of_stock_uk",
    };
    expect((await create(unpaid.harness, refused)).code).toBe(25001021);
    unpaid.harness.shop.setSwitches({ sellerCancelsUnpaid: true });
    expect((await create(unpaid.harness, refused)).code).toBe(0);
  });

  it("comes too late after shipping", async () => {
    const { harness, id } = await order(1, "AWAITING_SHIPMENT");
    harness.shop.advanceOrder(id, "IN_TRANSIT");
    expect((await create(harness, { order_id: id, cancel_reason: OUT_OF_STOCK })).code).toBe(
      25001045,
    );
  });
});

describe("a buyer's cancellation", () => {
  it("needs nobody in the first hour", async () => {
    const { harness, id } = await order(1, "ON_HOLD");
    expect(harness.shop.buyerCancels(id)).toMatch(/^\d{19}$/);
    expect(statusOf(harness, id)).toBe("CANCELLED");
  });

  it("is a request afterwards, which blocks shipping until it is answered", async () => {
    const { harness, id } = await order(1, "AWAITING_SHIPMENT");
    const cancelId = harness.shop.buyerCancels(id);
    expect(harness.shop.order(id)).toMatchObject({ is_buyer_request_cancel: true });
    const ship = () =>
      harness.call("POST", `/fulfillment/202309/orders/${id}/packages`, {
        body: { tracking_number: "AB123456789GB", shipping_provider_id: "7117858858072016686" },
      });
    expect((await ship()).code).toBe(21011007);
    expect(await search(harness)).toMatchObject([
      { seller_next_action_response: [{ action: "SELLER_RESPOND_CANCEL" }] },
    ]);
    const path = `${CANCEL}/${cancelId}/reject`;
    expect((await harness.call("POST", path, { body: { reject_reason: "no" } })).code).toBe(
      25001014,
    );
    expect((await harness.call("POST", path, { body: { reject_reason: REJECT } })).code).toBe(0);
    expect((await ship()).code).toBe(0);
  });

  it("spells its closed status differently in the filter and in the answer", async () => {
    const { harness, id } = await order(1, "AWAITING_SHIPMENT");
    const cancelId = harness.shop.buyerCancels(id);
    await harness.call("POST", `${CANCEL}/${cancelId}/reject`, { body: { reject_reason: REJECT } });
    const found = await search(harness, { cancel_status: ["CANCELLATION_REQUEST_CANCEL"] });
    expect(found).toMatchObject([{ cancel_status: "CANCELLATION_REQUEST_CANCELLED" }]);
    expect(await search(harness, { cancel_status: ["CANCELLATION_REQUEST_CANCELLED"] })).toEqual(
      [],
    );
  });

  it("is carried out when the seller approves, once per idempotency key", async () => {
    const { harness, id } = await order(1, "AWAITING_SHIPMENT");
    const path = `${CANCEL}/${harness.shop.buyerCancels(id)}/approve`;
    const approve = (key: string) =>
      harness.call("POST", path, { query: { idempotency_key: key } });
    expect((await approve("k")).code).toBe(0);
    expect(statusOf(harness, id)).toBe("CANCELLED");
    expect((await approve("k")).code).toBe(0);
    expect((await approve("other")).code).toBe(25011012);
  });

  it("succeeds by itself when the seller never answers", async () => {
    const { harness, id } = await order(1, "AWAITING_SHIPMENT");
    harness.shop.buyerCancels(id);
    harness.clock.advance(48 * 3_600_000);
    await harness.shop.tick();
    expect(statusOf(harness, id)).toBe("CANCELLED");
  });

  it("is rejected by shipping in the US", async () => {
    const harness = await openHarness("US");
    const warehouse_id = harness.storage.list<{ id: string }>("tts:warehouse")[1]?.id;
    const { skuId } = await liveMug(harness, {
      package_weight: { value: "1", unit: "POUND" },
      package_dimensions: { length: "5", width: "4", height: "4", unit: "INCH" },
      skus: [
        { price: { amount: "9", currency: "USD" }, inventory: [{ warehouse_id, quantity: 5 }] },
      ],
    });
    const id = harness.shop.placeOrder({ lines: [{ skuId, quantity: 1 }] });
    harness.shop.buyerCancels(id);
    const answer = await harness.call("POST", `/fulfillment/202309/orders/${id}/packages`, {
      body: { tracking_number: "9400111899223", shipping_provider_id: "7117858858072016001" },
    });
    expect(answer.code).toBe(0);
    expect(await search(harness)).toMatchObject([
      { cancel_status: "CANCELLATION_REQUEST_CANCELLED" },
    ]);
  });
});
