import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { APP_KEY, APP_SECRET, liveMug, openBench, type Bench } from "./tiktok-shop-client";

const ADDRESS = "https://app.test/webhooks";
const MINUTE = 60_000;
const WEBHOOKS = "/event/202309/webhooks";

interface Notification {
  type: number;
  tts_notification_id: string;
  shop_id: string;
  data: Record<string, unknown>;
}

const told = (bench: Bench): Notification[] =>
  bench.received.map(({ body }) => JSON.parse(body) as Notification);
const types = (bench: Bench) => told(bench).map(({ type }) => type);

/** A bench whose product notifications are already gone. */
async function quietBench() {
  const bench = await openBench("GB", {}, ADDRESS);
  const { skuId, productId } = await liveMug(bench);
  await bench.shop.tick();
  bench.received.length = 0;
  const place = () => bench.shop.placeOrder({ lines: [{ skuId, quantity: 1 }], status: "UNPAID" });
  return { bench, skuId, productId, place };
}

describe("registration", () => {
  const put = (bench: Bench, address: string, event_type = "ORDER_STATUS_CHANGE") =>
    bench.call("PUT", WEBHOOKS, { body: { event_type, address } });

  it("keeps one https address for each event type, and forgets without complaint", async () => {
    const bench = await openBench();
    expect((await put(bench, ADDRESS)).code).toBe(0);
    expect((await put(bench, `${ADDRESS}/2`)).code).toBe(0);
    const listed = await bench.call("GET", WEBHOOKS);
    expect(listed.data).toMatchObject({
      total_count: 1,
      webhooks: [{ event_type: "ORDER_STATUS_CHANGE", address: `${ADDRESS}/2` }],
    });
    for (const bad of ["http://app.test/", "https://app.test:8443/", "https://127.0.0.1/", "x"])
      expect((await put(bench, bad)).code).toBe(11050001);
    expect((await put(bench, ADDRESS, "NOTHING")).code).toBe(11050001);
    const remove = () =>
      bench.call("DELETE", WEBHOOKS, { body: { event_type: "ORDER_STATUS_CHANGE" } });
    expect((await remove()).code).toBe(0);
    expect((await remove()).code).toBe(0);
  });

  it("sends only registered topics when there is no app-level address", async () => {
    const bench = await openBench();
    await put(bench, ADDRESS, "PRODUCT_CREATION");
    await liveMug(bench);
    await bench.shop.tick();
    expect(types(bench)).toEqual([16]);
  });
});

describe("delivery", () => {
  it("signs the raw bytes with the app key in front", async () => {
    const { bench, place } = await quietBench();
    place();
    await bench.shop.tick();
    const [sent] = bench.received;
    const expected = createHmac("sha256", APP_SECRET)
      .update(APP_KEY + sent?.body)
      .digest("hex");
    expect(sent).toMatchObject({ url: ADDRESS, authorization: expected });
    expect(told(bench)).toMatchObject([
      { type: 1, shop_id: bench.shopId, data: { order_status: "UNPAID", is_on_hold_order: false } },
    ]);
  });

  it("tries again after 2 minutes, 30 minutes, 3 hours and 12 hours, then drops it", async () => {
    const { bench, place } = await quietBench();
    bench.replies.push(500, 500, 401, 500, 500);
    place();
    await bench.shop.tick();
    const counts: number[] = [bench.received.length];
    for (const minutes of [2, 30, 180, 720, 10_000]) {
      bench.clock.advance(minutes * MINUTE - 1);
      await bench.shop.tick();
      const early = bench.received.length;
      bench.clock.advance(1);
      await bench.shop.tick();
      counts.push(early, bench.received.length);
    }
    const first = counts.slice(0, 9);
    expect(first).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5]);
    const delivery = bench.shop.deliveries().find((row) => row.topic === "ORDER_STATUS_CHANGE");
    expect(delivery).toMatchObject({ state: "given-up" });
    expect(delivery?.attempts.map(({ status }) => status)).toEqual([500, 500, 401, 500, 500]);
  });

  it("keeps the notification id of a repeated delivery", async () => {
    const { bench, place } = await quietBench();
    bench.replies.push(500);
    place();
    await bench.shop.tick();
    bench.clock.advance(2 * MINUTE);
    await bench.shop.tick();
    expect(bench.received[0]?.body).toBe(bench.received[1]?.body);
  });

  it("can drop, double, delay, reorder and pause", async () => {
    const { bench, place } = await quietBench();
    bench.shop.setWebhookMode("drop");
    place();
    await bench.shop.tick();
    expect(types(bench)).toEqual([]);
    bench.shop.setWebhookMode("duplicate");
    place();
    await bench.shop.tick();
    const ids = told(bench).map((row) => row.tts_notification_id);
    expect(ids.length).toBe(2);
    expect(new Set(ids).size).toBe(1);
    bench.received.length = 0;
    bench.shop.setWebhookMode("delay");
    place();
    await bench.shop.tick();
    expect(types(bench)).toEqual([]);
    bench.clock.advance(5 * MINUTE);
    await bench.shop.tick();
    expect(types(bench)).toEqual([1]);
    bench.received.length = 0;
    bench.shop.setWebhookMode("reorder");
    const id = place();
    bench.clock.advance(1);
    bench.shop.payOrder(id);
    bench.clock.advance(2000);
    await bench.shop.tick();
    expect(told(bench).map(({ data }) => data["order_status"])).toEqual(["ON_HOLD", "UNPAID"]);
    bench.received.length = 0;
    bench.shop.pauseWebhooks();
    place();
    await bench.shop.tick();
    expect(types(bench)).toEqual([]);
    bench.shop.resumeWebhooks();
    await bench.shop.tick();
    expect(types(bench)).toEqual([1]);
  });
});

describe("topics", () => {
  it("tell the life of a product with ids as JSON numbers in 5, 16 and 37, as text in 15", async () => {
    const bench = await openBench("GB", {}, ADDRESS);
    const { productId } = await liveMug(bench);
    await bench.call("POST", `/product/202509/products/${productId}/partial_edit`, {
      body: { title: "Another title that is long enough" },
    });
    bench.clock.advance(MINUTE);
    await bench.shop.tick();
    const numeric = bench.received.filter(({ body }) => /"product_id":\d/.test(body));
    const kinds = new Set(numeric.map(({ body }) => (JSON.parse(body) as Notification).type));
    expect([...kinds].toSorted((a, b) => a - b)).toEqual([5, 16, 37]);
    expect(numeric.every(({ body }) => body.includes(`"product_id":${productId}`))).toBe(true);
    const changed = told(bench).find(({ type }) => type === 15);
    expect(changed?.data).toMatchObject({ product_id: productId, changed_fields: ["title"] });
  });

  it("say CANCEL where the order says CANCELLED, and tell the cancellation", async () => {
    const { bench, skuId } = await quietBench();
    const id = bench.shop.placeOrder({ lines: [{ skuId, quantity: 1 }], status: "ON_HOLD" });
    const cancelId = bench.shop.buyerCancels(id);
    bench.clock.advance(MINUTE);
    await bench.shop.tick();
    expect(
      told(bench).map(({ type, data }) => [type, data["order_status"] ?? data["cancel_status"]]),
    ).toEqual([
      [1, "UNPAID"],
      [1, "ON_HOLD"],
      [11, "CANCELLATION_REQUEST_SUCCESS"],
      [1, "CANCEL"],
      [11, "CANCELLATION_REQUEST_COMPLETE"],
    ]);
    expect(told(bench)[2]?.data).toMatchObject({
      cancel_id: cancelId,
      cancellations_role: "BUYER",
    });
    expect(bench.shop.order(id)?.["status"]).toBe("CANCELLED");
  });

  it("tell a new address, a split package, and the end of an authorization", async () => {
    const { bench, skuId } = await quietBench();
    const id = bench.shop.placeOrder({ lines: [{ skuId, quantity: 2 }] });
    bench.shop.buyerMoves(id, { line1: "2 New Street" });
    const [line] = (bench.shop.order(id)?.["line_items"] ?? []) as { id: string }[];
    await bench.call("POST", `/fulfillment/202309/orders/${id}/packages`, {
      body: {
        order_line_item_ids: [line?.id],
        tracking_number: "AB123456789GB",
        shipping_provider_id: "7117858858072016686",
      },
    });
    bench.shop.sellerRevokes(bench.shopId);
    await bench.shop.tick();
    expect(types(bench)).toEqual([1, 1, 1, 3, 4, 6]);
    expect(bench.shop.order(id)).toMatchObject({
      has_updated_recipient_address: true,
      recipient_address: { address_line1: "2 New Street" },
    });
  });

  it("tell a return, which the seller refunds", async () => {
    const { bench, skuId } = await quietBench();
    const id = bench.shop.placeOrder({ lines: [{ skuId, quantity: 1 }], status: "IN_TRANSIT" });
    expect(bench.shop.buyerReturns(id)).toBeUndefined();
    bench.shop.advanceOrder(id, "DELIVERED");
    await bench.shop.tick();
    bench.received.length = 0;
    const returnId = bench.shop.buyerReturns(id);
    const path = "/return_refund/202309/returns";
    const found = await bench.call("POST", `${path}/search`, { body: { order_ids: [id] } });
    expect(found.data["return_orders"]).toMatchObject([
      { return_id: returnId, refund_amount: { refund_total: "12.50" } },
    ]);
    const approve = () =>
      bench.call("POST", `${path}/${returnId}/approve`, { body: { decision: "APPROVE_REFUND" } });
    expect([(await approve()).code, (await approve()).code]).toEqual([0, 25011012]);
    await bench.shop.tick();
    expect(told(bench).map(({ type, data }) => [type, data["return_status"]])).toEqual([
      [12, "RETURN_OR_REFUND_REQUEST_PENDING"],
      [12, "RETURN_OR_REFUND_REQUEST_COMPLETE"],
    ]);
  });

  it("warn once a day in the last 30 days of a grant", async () => {
    const bench = await openBench("GB", {}, ADDRESS);
    const day = 24 * 60 * MINUTE;
    for (const days of [334, 2, 1]) {
      bench.clock.advance(days * day);
      await bench.shop.tick();
      await bench.shop.tick();
    }
    expect(types(bench)).toEqual([7, 7]);
    expect(typeof told(bench)[0]?.data["expiration_time"]).toBe("string");
  });
});
