import { describe, expect, it } from "vitest";
import { liveMug, openHarness, ORIGIN, type Harness } from "./tiktok-shop-client";

type Row = Record<string, unknown>;
const HOUR = 3_600_000;
const ROYAL_MAIL = "7117858858072016686";

/** An order that the platform ships, with its one package, and the calls about that. */
async function placed(status: "ON_HOLD" | "AWAITING_SHIPMENT" = "AWAITING_SHIPMENT") {
  const harness = await openHarness();
  const { skuId } = await liveMug(harness);
  const lines = [{ skuId, quantity: 2 }];
  const orderId = harness.shop.placeOrder({ lines, shippingType: "TIKTOK", status });
  const packages = harness.shop.order(orderId)?.["packages"] as { id: string }[];
  const path = `/fulfillment/202309/packages/${packages[0]?.id}`;
  return {
    harness,
    orderId,
    packages,
    read: async () => (await harness.call("GET", path)).data,
    slots: async () => (await harness.call("GET", `${path}/handover_time_slots`)).data,
    ship: (body?: object) => harness.call("POST", `${path}/ship`, { body }),
    document: (query: Record<string, string> = {}) =>
      harness.call("GET", `${path}/shipping_documents`, {
        query: { document_type: "SHIPPING_LABEL", ...query },
      }),
  };
}

const fetchDocument = (harness: Harness, url: unknown) =>
  harness.shop.fetch(new Request(String(url)));

describe("a package that the platform ships", () => {
  it("exists once the order may ship, and is arranged without a choice of the seller", async () => {
    expect((await placed("ON_HOLD")).packages).toEqual([]);
    const order = await placed();
    expect(await order.read()).toMatchObject({
      package_status: "TO_FULFILL",
      shipping_type: "TIKTOK",
    });
    expect((await order.ship()).code).toBe(0);
    const arranged = await order.read();
    expect(arranged).toMatchObject({
      package_status: "PROCESSING",
      tracking_number: expect.stringMatching(/^TT\d{10}$/),
    });
    expect(arranged).not.toHaveProperty("handover_method");
    expect(order.harness.shop.order(order.orderId)).toMatchObject({
      status: "AWAITING_COLLECTION",
    });
    expect((await order.ship()).code).toBe(21008099);
  });

  it("is picked up at an offered time only", async () => {
    const order = await placed();
    const offered = await order.slots();
    expect(offered).toMatchObject({
      can_pickup: true,
      can_drop_off: true,
      can_van_collection: true,
    });
    const slots = offered["pickup_slots"] as Row[];
    expect(slots.map(({ avaliable }) => avaliable)).toContain(false);
    const pick = (slot?: Row) =>
      order.ship({
        handover_method: "PICKUP",
        pickup_slot: { start_time: slot?.["start_time"], end_time: slot?.["end_time"] },
      });
    expect((await pick(slots.find(({ avaliable }) => avaliable === false))).code).toBe(21011053);
    expect((await pick({ start_time: 1, end_time: 2 })).code).toBe(21011053);
    const free = slots.find(({ avaliable }) => avaliable === true);
    expect((await pick(free)).code).toBe(0);
    expect(await order.read()).toMatchObject({
      handover_method: "PICKUP",
      pickup_slot: { start_time: free?.["start_time"] },
    });
  });

  it("takes no number of the seller's and no unknown method", async () => {
    const order = await placed();
    const self_shipment = { tracking_number: "AB123456789GB", shipping_provider_id: ROYAL_MAIL };
    expect((await order.ship({ self_shipment })).code).toBe(21001001);
    expect((await order.ship({ handover_method: "DRONE" })).code).toBe(11050001);
    expect((await order.ship({ handover_method: "DROP_OFF" })).code).toBe(0);
    expect(await order.read()).toMatchObject({ handover_method: "DROP_OFF" });
  });

  it("waits while the buyer asks to cancel", async () => {
    const order = await placed();
    order.harness.shop.buyerCancels(order.orderId);
    expect((await order.ship()).code).toBe(21011007);
  });

  it("tells its times to who was granted the scope", async () => {
    const { harness, packages } = await placed();
    harness.shop.setGrant(harness.shopId, { scopes: ["seller.fulfillment.basic"] });
    const path = `/fulfillment/202309/packages/${packages[0]?.id}`;
    expect((await harness.call("GET", path)).code).toBe(0);
    expect((await harness.call("GET", `${path}/handover_time_slots`)).code).toBe(105005);
  });

  it("of another shop is refused like a missing permission", async () => {
    const { harness } = await placed();
    expect((await harness.call("GET", "/fulfillment/202309/packages/1")).code).toBe(10006402);
  });
});

describe("a shipping document", () => {
  it("is there from the arranged shipment until the pick-up, after the carrier made it", async () => {
    const order = await placed();
    expect((await order.document()).code).toBe(21023035);
    await order.ship();
    expect((await order.document()).code).toBe(11034037);
    order.harness.clock.advance(5_000);
    const { data } = await order.document({ document_type: "PACKING_SLIP", document_size: "A5" });
    expect(data["tracking_number"]).toMatch(/^TT/);
    const file = await fetchDocument(order.harness, data["doc_url"]);
    expect(file.headers.get("content-type")).toBe("application/pdf");
    expect(await file.text()).toMatch(/^%PDF-1\.4\n[\s\S]*%%EOF\n$/);
    order.harness.clock.advance(25 * HOUR);
    expect((await fetchDocument(order.harness, data["doc_url"])).status).toBe(403);
    expect((await fetchDocument(order.harness, `${ORIGIN}/documents/1`)).status).toBe(404);
    order.harness.shop.advanceOrder(order.orderId, "IN_TRANSIT");
    expect((await order.document()).code).toBe(21042102);
  });

  it("names its kind and its size", async () => {
    const order = await placed();
    await order.ship();
    order.harness.clock.advance(5_000);
    const wrong: Record<string, string>[] = [{ document_type: "LETTER" }, { document_size: "A4" }];
    for (const query of wrong) expect((await order.document(query)).code).toBe(21001001);
  });

  it("is the seller's own affair where he ships", async () => {
    const harness = await openHarness();
    const { skuId } = await liveMug(harness);
    const id = harness.shop.placeOrder({ lines: [{ skuId, quantity: 1 }] });
    const body = { tracking_number: "AB123456789GB", shipping_provider_id: ROYAL_MAIL };
    const { data } = await harness.call("POST", `/fulfillment/202309/orders/${id}/packages`, {
      body,
    });
    const path = `/fulfillment/202309/packages/${String(data["package_id"])}/shipping_documents`;
    const query = { document_type: "SHIPPING_LABEL" };
    expect((await harness.call("GET", path, { query })).code).toBe(11034002);
  });
});
