import { describe, expect, it } from "vitest";
import { liveMug, openHarness, type Answer, type Harness } from "./tiktok-shop-client";

type Row = Record<string, unknown>;

const ROYAL_MAIL = "7117858858072016686";
const HOUR = 3_600_000;

const read = async (harness: Harness, id: string): Promise<Row> => {
  const answer = await harness.call("GET", "/order/202507/orders", { query: { ids: id } });
  return (answer.data["orders"] as Row[])[0] ?? {};
};
const lines = (order: Row) => order["line_items"] as Row[];

const markShipped = (harness: Harness, id: string, change: object = {}): Promise<Answer> =>
  harness.call("POST", `/fulfillment/202309/orders/${id}/packages`, {
    body: { tracking_number: "AB123456789GB", shipping_provider_id: ROYAL_MAIL, ...change },
  });

async function stockOf(harness: Harness, skuId: string): Promise<[number, number]> {
  const answer = await harness.call("POST", "/product/202309/inventory/search", {
    body: { sku_ids: [skuId] },
  });
  const [product] = answer.data["inventory"] as { skus: Row[] }[];
  const sku = product?.skus[0] ?? {};
  return [Number(sku["total_available_quantity"]), Number(sku["total_committed_quantity"])];
}

describe("the life of an order", () => {
  it("runs from UNPAID to COMPLETED, hides the address until payment is final and moves the stock", async () => {
    const harness = await openHarness();
    const { skuId } = await liveMug(harness);
    const id = harness.shop.placeOrder({ lines: [{ skuId, quantity: 2 }], status: "UNPAID" });
    expect(await read(harness, id)).toMatchObject({ status: "UNPAID", packages: [] });
    expect(await stockOf(harness, skuId)).toEqual([18, 2]);
    harness.shop.payOrder(id);
    const held = await read(harness, id);
    expect(held).toMatchObject({ status: "ON_HOLD", is_on_hold_order: true });
    expect(held["recipient_address"]).toEqual({ region_code: "GB" });
    expect(lines(held).map((line) => line["display_status"])).toEqual(
      Array(2).fill("AWAITING_SHIPMENT"),
    );
    expect((await markShipped(harness, id)).code).toBe(21011044);
    harness.clock.advance(HOUR);
    const open = await read(harness, id);
    expect(open).toMatchObject({ status: "AWAITING_SHIPMENT", packages: [] });
    expect(open["recipient_address"]).toMatchObject({ post_town: expect.stringMatching(/\w/) });
    const shipped = await markShipped(harness, id);
    expect(shipped.data["package_id"]).toMatch(/^\d{19}$/);
    const sent = await read(harness, id);
    expect(sent).toMatchObject({ status: "AWAITING_COLLECTION", tracking_number: "AB123456789GB" });
    expect(lines(sent)[1]).toMatchObject({
      package_id: shipped.data["package_id"],
      shipping_provider_name: "Royal Mail",
    });
    expect(await stockOf(harness, skuId)).toEqual([18, 0]);
    harness.clock.advance(6 * HOUR);
    expect(await read(harness, id)).toMatchObject({ status: "IN_TRANSIT" });
    harness.shop.advanceOrder(id, "COMPLETED");
    expect(await read(harness, id)).toMatchObject({ status: "COMPLETED" });
  });

  it("cancels an unpaid order when its time is over and frees the stock", async () => {
    const harness = await openHarness();
    const { skuId } = await liveMug(harness);
    const id = harness.shop.placeOrder({ lines: [{ skuId, quantity: 3 }], status: "UNPAID" });
    harness.clock.advance(24 * HOUR);
    expect(await read(harness, id)).toMatchObject({
      status: "CANCELLED",
      cancellation_initiator: "SYSTEM",
    });
    expect(await stockOf(harness, skuId)).toEqual([20, 0]);
  });

  it("never sells more than is available", async () => {
    const harness = await openHarness();
    const { skuId } = await liveMug(harness);
    const place = () => harness.shop.placeOrder({ lines: [{ skuId, quantity: 21 }] });
    expect(place).toThrow("Only 20");
  });

  it("adds up: one line a unit, discounts shared to the penny, shipping and totals", async () => {
    const harness = await openHarness();
    const { skuId } = await liveMug(harness);
    const id = harness.shop.placeOrder({
      lines: [{ sellerSku: "MUG-1", quantity: 3 }],
      discounts: { seller: "1.00", platform: "0.50" },
      shippingFee: "3.99",
      shippingDiscounts: { platform: "1.00" },
    });
    const order = await read(harness, id);
    expect(order["payment"]).toMatchObject({
      currency: "GBP",
      original_total_product_price: "37.50",
      seller_discount: "1.00",
      platform_discount: "0.50",
      sub_total: "36.00",
      original_shipping_fee: "3.99",
      shipping_fee_platform_discount: "1.00",
      shipping_fee: "2.99",
      tax: "0.00",
      total_amount: "38.99",
    });
    const rows = lines(order);
    expect(rows.map((line) => line["sku_id"])).toEqual(Array(3).fill(skuId));
    expect(rows.map((line) => line["seller_discount"])).toEqual(["0.34", "0.33", "0.33"]);
    expect(rows.map((line) => line["sale_price"])).toEqual(["11.99", "12.00", "12.01"]);
    const detail = await harness.call("GET", `/order/202407/orders/${id}/price_detail`);
    expect(detail.data).toMatchObject({
      total: "38.99",
      sku_list_price: "37.50",
      subtotal: "36.00",
    });
  });

  it("shows who bears a discount on shipping, and accepts none beyond the fee", async () => {
    const harness = await openHarness();
    const { skuId } = await liveMug(harness);
    const place = (seller: string) =>
      harness.shop.placeOrder({
        lines: [{ skuId, quantity: 1 }],
        shippingFee: "3.99",
        shippingDiscounts: { seller, platform: "1.00", cofunded: "0.49" },
      });
    expect((await read(harness, place("0.50")))["payment"]).toMatchObject({
      shipping_fee_seller_discount: "0.50",
      shipping_fee_platform_discount: "1.00",
      shipping_fee_cofunded_discount: "0.49",
      shipping_fee: "2.00",
      total_amount: "14.50",
    });
    expect(() => place("3.00")).toThrow("higher than the shipping fee");
  });

  it("adds tax on top in the US, and shows no address of a cancelled order there", async () => {
    const harness = await openHarness("US");
    const { skuId } = await liveUsMug(harness);
    const id = harness.shop.placeOrder({ lines: [{ skuId, quantity: 1 }] });
    expect((await read(harness, id))["payment"]).toMatchObject({
      tax: "1.03",
      total_amount: "13.53",
    });
    harness.shop.advanceOrder(id, "CANCELLED");
    expect((await read(harness, id))["recipient_address"]).toEqual({ region_code: "US" });
  });

  it("masks names and streets when the platform ships", async () => {
    const harness = await openHarness();
    const { skuId } = await liveMug(harness);
    const id = harness.shop.placeOrder({ lines: [{ skuId, quantity: 1 }], shippingType: "TIKTOK" });
    const address = (await read(harness, id))["recipient_address"] as Row;
    expect(address["first_name"]).toMatch(/^\w\*\*\*$/);
    expect(address["address_line1"]).toContain("***");
    expect((await markShipped(harness, id)).code).toBe(21011004);
  });
});

async function liveUsMug(harness: Harness) {
  const warehouses = (await harness.call("GET", "/logistics/202309/warehouses")).data["warehouses"];
  const warehouse_id = (warehouses as Row[])[1]?.["id"];
  return liveMug(harness, {
    package_weight: { value: "1.2", unit: "POUND" },
    package_dimensions: { length: "5", width: "4", height: "4", unit: "INCH" },
    skus: [
      {
        seller_sku: "MUG-US",
        price: { amount: "12.50", currency: "USD" },
        inventory: [{ warehouse_id, quantity: 20 }],
      },
    ],
  });
}

describe("order search", () => {
  it("sorts and pages, with an exclusive upper bound of the times", async () => {
    const harness = await openHarness();
    const { skuId } = await liveMug(harness);
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) {
      ids.push(harness.shop.placeOrder({ lines: [{ skuId, quantity: 1 }] }));
      harness.clock.advance(10_000);
    }
    const search = async (query: Record<string, string>, body: object = {}) => {
      const answer = await harness.call("POST", "/order/202309/orders/search", { query, body });
      return { answer, ids: ((answer.data["orders"] ?? []) as Row[]).map((row) => row["id"]) };
    };
    const sorted = { page_size: "2", sort_field: "update_time", sort_order: "ASC" };
    const first = await search(sorted);
    expect(first.ids).toEqual(ids.slice(0, 2));
    const next = String(first.answer.data["next_page_token"]);
    expect((await search({ ...sorted, page_token: next })).ids).toEqual(ids.slice(2));
    expect((await search({ page_size: "10" })).ids).toEqual(ids.toReversed());
    const between = { create_time_ge: 1_790_000_000, create_time_lt: 1_790_000_020 };
    expect((await search({ page_size: "10" }, between)).ids).toEqual([ids[1], ids[0]]);
    expect((await search({})).answer.code).toBe(21001001);
    expect((await search({ page_size: "101" })).answer.code).toBe(21001001);
    expect((await search({ page_size: "10" }, { order_status: "CANCEL" })).answer.code).toBe(
      21001001,
    );
  });

  it("refuses the detail of an order of somebody else", async () => {
    const harness = await openHarness();
    const answer = await harness.call("GET", "/order/202507/orders", { query: { ids: "1" } });
    expect(answer.code).toBe(21008111);
  });
});
