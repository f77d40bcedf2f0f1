import { describe, expect, it } from "vitest";
import { liveMug, openHarness, type Answer, type Harness } from "./tiktok-shop-client";
import { registerParties } from "./tiktok-shop-parties";

type Row = Record<string, unknown>;

const ROYAL_MAIL = "7117858858072016686";
const UPS = "7132708860264941355";
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

describe("shipping", () => {
  const refusals: [string, object, number][] = [
    ["special characters in the number", { tracking_number: "AB 123/456" }, 21004012],
    ["an unknown provider", { shipping_provider_id: "1" }, 21011022],
    [
      "a number that does not fit its provider",
      { shipping_provider_id: UPS, tracking_number: "123-456" },
      21004015,
    ],
    ["no number", { tracking_number: "" }, 21001001],
    ["a line of another order", { order_line_item_ids: ["1"] }, 21011029],
  ];
  it.each(refusals)("refuses %s", async (_name, change, code) => {
    const harness = await openHarness();
    const { skuId } = await liveMug(harness);
    const id = harness.shop.placeOrder({ lines: [{ skuId, quantity: 1 }] });
    expect((await markShipped(harness, id, change)).code).toBe(code);
    expect(await read(harness, id)).toMatchObject({ status: "AWAITING_SHIPMENT" });
  });

  it("ships in parts: PARTIALLY_SHIPPING until every line has its package, twice is refused", async () => {
    const harness = await openHarness();
    const { skuId } = await liveMug(harness);
    const id = harness.shop.placeOrder({ lines: [{ skuId, quantity: 2 }] });
    const [first] = lines(await read(harness, id));
    await markShipped(harness, id, { order_line_item_ids: [first?.["id"]] });
    const partly = await read(harness, id);
    expect(partly["status"]).toBe("PARTIALLY_SHIPPING");
    expect(lines(partly).map((line) => line["display_status"])).toEqual([
      "AWAITING_COLLECTION",
      "AWAITING_SHIPMENT",
    ]);
    expect((await markShipped(harness, id)).code).toBe(21011025);
    expect((await markShipped(harness, id, { tracking_number: "CD123456789GB" })).code).toBe(0);
    expect((await markShipped(harness, id, { tracking_number: "EF1234567" })).code).toBe(21008099);
    expect((await read(harness, id))["packages"]).toHaveLength(2);
  });

  it("lets the tracking number be changed once within 72 hours", async () => {
    const harness = await openHarness();
    const { skuId } = await liveMug(harness);
    const change = (packageId: unknown, tracking_number: string) =>
      harness.call(
        "POST",
        `/fulfillment/202309/packages/${String(packageId)}/shipping_info/update`,
        {
          body: { tracking_number, shipping_provider_id: ROYAL_MAIL },
        },
      );
    const id = harness.shop.placeOrder({ lines: [{ skuId, quantity: 1 }] });
    const { data } = await markShipped(harness, id);
    expect((await change(data["package_id"], "NEW123456")).code).toBe(0);
    expect((await read(harness, id))["tracking_number"]).toBe("NEW123456");
    expect((await change(data["package_id"], "NEW223456")).code).toBe(21011051);
    const other = harness.shop.placeOrder({ lines: [{ skuId, quantity: 1 }] });
    const late = await markShipped(harness, other, { tracking_number: "ZZ123456789GB" });
    harness.clock.advance(73 * HOUR);
    harness.shop.advanceOrder(other, "IN_TRANSIT");
    const answer = await change(late.data["package_id"], "NEW323456");
    expect([21011050, 21011030]).toContain(answer.code);
  });

  it("has a package right after payment in Germany, which is shipped by its id", async () => {
    const harness = await openHarness("DE");
    const { skuId } = await liveGermanMug(harness);
    const id = harness.shop.placeOrder({ lines: [{ skuId, quantity: 1 }] });
    const [parcel] = (await read(harness, id))["packages"] as { id: string }[];
    const path = `/fulfillment/202309/packages/${parcel?.id}`;
    expect((await harness.call("GET", path)).data["package_status"]).toBe("TO_FULFILL");
    const self_shipment = {
      tracking_number: "DE12345678",
      shipping_provider_id: "7208502187360519943",
    };
    expect((await harness.call("POST", `${path}/ship`, { body: { self_shipment } })).code).toBe(0);
    expect((await harness.call("POST", `${path}/ship`, { body: { self_shipment } })).code).toBe(
      21008099,
    );
    expect(await read(harness, id)).toMatchObject({ status: "AWAITING_COLLECTION" });
    expect((await read(harness, id))["packages"]).toHaveLength(1);
    const tracking = await harness.call("GET", `/fulfillment/202309/orders/${id}/tracking`);
    expect(tracking.data["tracking"]).toMatchObject([{ update_time_millis: expect.any(Number) }]);
    const found = await harness.call("POST", "/fulfillment/202309/packages/search", {
      query: { page_size: "50" },
      body: { package_status: "PROCESSING" },
    });
    expect(found.data["packages"]).toMatchObject([
      { id: parcel?.id, tracking_number: "DE12345678" },
    ]);
  });
});

async function liveGermanMug(harness: Harness) {
  const warehouses = (await harness.call("GET", "/logistics/202309/warehouses")).data["warehouses"];
  const warehouse_id = (warehouses as Row[])[1]?.["id"];
  return liveMug(harness, {
    ...(await registerParties(harness)),
    skus: [
      {
        seller_sku: "MUG-DE",
        price: { amount: "12.50", currency: "EUR" },
        inventory: [{ warehouse_id, quantity: 20 }],
      },
    ],
  });
}
