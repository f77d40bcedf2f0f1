import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { APP_KEY, APP_SECRET, liveMug, openHarness, type Harness } from "./tiktok-shop-client";

const ADDRESS = "https://app.test/webhooks";
const MINUTE = 60_000;
const WEBHOOKS = "/event/202309/webhooks";

interface Notification {
  type: number;
  tts_notification_id: string;
  shop_id: string;
  data: Record<string, unknown>;
}

const notifications = (harness: Harness): Notification[] =>
  harness.received.map(({ body }) => JSON.parse(body) as Notification);
const types = (harness: Harness) => notifications(harness).map(({ type }) => type);

/** A harness whose product notifications are sent already. */
async function quietHarness() {
  const harness = await openHarness("GB", {}, ADDRESS);
  const { skuId, productId } = await liveMug(harness);
  await harness.shop.tick();
  harness.received.length = 0;
  const place = () =>
    harness.shop.placeOrder({ lines: [{ skuId, quantity: 1 }], status: "UNPAID" });
  return { harness, skuId, productId, place };
}

describe("registration", () => {
  const put = (harness: Harness, address: string, event_type = "ORDER_STATUS_CHANGE") =>
    harness.call("PUT", WEBHOOKS, { body: { event_type, address } });

  it("keeps one https address for each event type, and deletes an absent one without an error", async () => {
    const harness = await openHarness();
    expect((await put(harness, ADDRESS)).code).toBe(0);
    expect((await put(harness, `${ADDRESS}/2`)).code).toBe(0);
    const listed = await harness.call("GET", WEBHOOKS);
    expect(listed.data).toMatchObject({
      total_count: 1,
      webhooks: [{ event_type: "ORDER_STATUS_CHANGE", address: `${ADDRESS}/2` }],
    });
    for (const bad of ["http://app.test/", "https://app.test:8443/", "https://127.0.0.1/", "x"])
      expect((await put(harness, bad)).code).toBe(11050001);
    expect((await put(harness, ADDRESS, "NOTHING")).code).toBe(11050001);
    const remove = () =>
      harness.call("DELETE", WEBHOOKS, { body: { event_type: "ORDER_STATUS_CHANGE" } });
    expect((await remove()).code).toBe(0);
    expect((await remove()).code).toBe(0);
  });

  it("sends only registered topics when there is no app-level address", async () => {
    const harness = await openHarness();
    await put(harness, ADDRESS, "PRODUCT_CREATION");
    await liveMug(harness);
    await harness.shop.tick();
    expect(types(harness)).toEqual([16]);
  });
});

describe("delivery", () => {
  it("signs the raw bytes with the app key in front", async () => {
    const { harness, place } = await quietHarness();
    place();
    await harness.shop.tick();
    const [sent] = harness.received;
    const expected = createHmac("sha256", APP_SECRET)
      .update(APP_KEY + sent?.body)
      .digest("hex");
    expect(sent).toMatchObject({ url: ADDRESS, authorization: expected });
    expect(notifications(harness)).toMatchObject([
      {
        type: 1,
        shop_id: harness.shopId,
        data: { order_status: "UNPAID", is_on_hold_order: false },
      },
    ]);
  });

  it("tries again after 2 minutes, 30 minutes, 3 hours and 12 hours, then drops it", async () => {
    const { harness, place } = await quietHarness();
    harness.replies.push(500, 500, 401, 500, 500);
    place();
    await harness.shop.tick();
    const counts: number[] = [harness.received.length];
    for (const minutes of [2, 30, 180, 720, 10_000]) {
      harness.clock.advance(minutes * MINUTE - 1);
      await harness.shop.tick();
      const early = harness.received.length;
      harness.clock.advance(1);
      await harness.shop.tick();
      counts.push(early, harness.received.length);
    }
    const first = counts.slice(0, 9);
    expect(first).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5]);
    const delivery = harness.shop.deliveries().find((row) => row.topic === "ORDER_STATUS_CHANGE");
    expect(delivery).toMatchObject({ state: "given-up" });
    expect(delivery?.attempts.map(({ status }) => status)).toEqual([500, 500, 401, 500, 500]);
  });

  it("keeps the notification id of a repeated delivery", async () => {
    const { harness, place } = await quietHarness();
    harness.replies.push(500);
    place();
    await harness.shop.tick();
    harness.clock.advance(2 * MINUTE);
    await harness.shop.tick();
    expect(harness.received[0]?.body).toBe(harness.received[1]?.body);
  });

  it("can drop, double, delay, reorder and pause", async () => {
    const { harness, place } = await quietHarness();
    harness.shop.setWebhookMode("drop");
    place();
    await harness.shop.tick();
    expect(types(harness)).toEqual([]);
    harness.shop.setWebhookMode("duplicate");
    place();
    await harness.shop.tick();
    const ids = notifications(harness).map((row) => row.tts_notification_id);
    expect(ids.length).toBe(2);
    expect(new Set(ids).size).toBe(1);
    harness.received.length = 0;
    harness.shop.setWebhookMode("delay");
    place();
    await harness.shop.tick();
    expect(types(harness)).toEqual([]);
    harness.clock.advance(5 * MINUTE);
    await harness.shop.tick();
    expect(types(harness)).toEqual([1]);
    harness.received.length = 0;
    harness.shop.setWebhookMode("reorder");
    const id = place();
    harness.clock.advance(1);
    harness.shop.payOrder(id);
    harness.clock.advance(2000);
    await harness.shop.tick();
    expect(notifications(harness).map(({ data }) => data["order_status"])).toEqual([
      "ON_HOLD",
      "UNPAID",
    ]);
    harness.received.length = 0;
    harness.shop.pauseWebhooks();
    place();
    await harness.shop.tick();
    expect(types(harness)).toEqual([]);
    harness.shop.resumeWebhooks();
    await harness.shop.tick();
    expect(types(harness)).toEqual([1]);
  });
});

describe("topics", () => {
  it("report the states of a product with ids as JSON numbers in 5, 16 and 37, as text in 15", async () => {
    const harness = await openHarness("GB", {}, ADDRESS);
    const { productId } = await liveMug(harness);
    await harness.call("POST", `/product/202509/products/${productId}/partial_edit`, {
      body: { title: "Another title that is long enough" },
    });
    harness.clock.advance(MINUTE);
    await harness.shop.tick();
    const numeric = harness.received.filter(({ body }) => /"product_id":\d/.test(body));
    const kinds = new Set(numeric.map(({ body }) => (JSON.parse(body) as Notification).type));
    expect([...kinds].toSorted((a, b) => a - b)).toEqual([5, 16, 37]);
    expect(numeric.every(({ body }) => body.includes(`"product_id":${productId}`))).toBe(true);
    const changed = notifications(harness).find(({ type }) => type === 15);
    expect(changed?.data).toMatchObject({ product_id: productId, changed_fields: ["title"] });
  });

  it("have CANCEL where the order has CANCELLED, and report the cancellation", async () => {
    const { harness, skuId } = await quietHarness();
    const id = harness.shop.placeOrder({ lines: [{ skuId, quantity: 1 }], status: "ON_HOLD" });
    const cancelId = harness.shop.buyerCancels(id);
    harness.clock.advance(MINUTE);
    await harness.shop.tick();
    expect(
      notifications(harness).map(({ type, data }) => [
        type,
        data["order_status"] ?? data["cancel_status"],
      ]),
    ).toEqual([
      [1, "UNPAID"],
      [1, "ON_HOLD"],
      [11, "CANCELLATION_REQUEST_SUCCESS"],
      [1, "CANCEL"],
      [11, "CANCELLATION_REQUEST_COMPLETE"],
    ]);
    expect(notifications(harness)[2]?.data).toMatchObject({
      cancel_id: cancelId,
      cancellations_role: "BUYER",
    });
    expect(harness.shop.order(id)?.["status"]).toBe("CANCELLED");
  });

  it("report a new address, a split package, and the end of an authorization", async () => {
    const { harness, skuId } = await quietHarness();
    const id = harness.shop.placeOrder({ lines: [{ skuId, quantity: 2 }] });
    harness.shop.buyerMoves(id, { line1: "2 New Street" });
    const [line] = (harness.shop.order(id)?.["line_items"] ?? []) as { id: string }[];
    await harness.call("POST", `/fulfillment/202309/orders/${id}/packages`, {
      body: {
        order_line_item_ids: [line?.id],
        tracking_number: "AB123456789GB",
        shipping_provider_id: "7117858858072016686",
      },
    });
    harness.shop.sellerRevokes(harness.shopId);
    await harness.shop.tick();
    expect(types(harness)).toEqual([1, 1, 1, 3, 4, 6]);
    expect(harness.shop.order(id)).toMatchObject({
      has_updated_recipient_address: true,
      recipient_address: { address_line1: "2 New Street" },
    });
  });

  it("report a return, which the seller refunds", async () => {
    const { harness, skuId } = await quietHarness();
    const id = harness.shop.placeOrder({ lines: [{ skuId, quantity: 1 }], status: "IN_TRANSIT" });
    expect(harness.shop.buyerReturns(id)).toBeUndefined();
    harness.shop.advanceOrder(id, "DELIVERED");
    await harness.shop.tick();
    harness.received.length = 0;
    const returnId = harness.shop.buyerReturns(id);
    const path = "/return_refund/202309/returns";
    const found = await harness.call("POST", `${path}/search`, { body: { order_ids: [id] } });
    expect(found.data["return_orders"]).toMatchObject([
      { return_id: returnId, refund_amount: { refund_total: "12.50" } },
    ]);
    const approve = () =>
      harness.call("POST", `${path}/${returnId}/approve`, { body: { decision: "APPROVE_REFUND" } });
    expect([(await approve()).code, (await approve()).code]).toEqual([0, 25011012]);
    await harness.shop.tick();
    expect(notifications(harness).map(({ type, data }) => [type, data["return_status"]])).toEqual([
      [12, "RETURN_OR_REFUND_REQUEST_PENDING"],
      [12, "RETURN_OR_REFUND_REQUEST_COMPLETE"],
    ]);
  });

  it("warn once a day in the last 30 days of a grant", async () => {
    const harness = await openHarness("GB", {}, ADDRESS);
    const day = 24 * 60 * MINUTE;
    for (const days of [334, 2, 1]) {
      harness.clock.advance(days * day);
      await harness.shop.tick();
      await harness.shop.tick();
    }
    expect(types(harness)).toEqual([7, 7]);
    expect(typeof notifications(harness)[0]?.data["expiration_time"]).toBe("string");
  });
});
