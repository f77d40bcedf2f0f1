import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChannelEvent } from "../../../src/platforms/channel";
import { parseWithBigIds, verifyEvent } from "../../../src/platforms/tiktok-shop/webhook";
import { isPublicAddress } from "../../../src/platforms/tiktok-shop/subscriptions";
import vectors from "../../golden/tiktok-sign-vectors.json" with { type: "json" };
import { app, wireTo } from "./wire";

async function deliver(text: string): Promise<ChannelEvent | null> {
  const raw = new TextEncoder().encode(app.appKey + text);
  const secret = new TextEncoder().encode(app.appSecret);
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", secret, algorithm, false, ["sign"]);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, raw));
  const authorization = Array.from(mac, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return verifyEvent(app, new Headers({ authorization }), new TextEncoder().encode(text));
}

const delivery = (type: number, data: string, shop = `"shop_id":"7495540735365777507",`) =>
  `{"type":${type},"tts_notification_id":"7380066284010030890",${shop}"timestamp":1718305585,"data":${data}}`;

describe("a webhook", () => {
  it("with the official signature is understood", async () => {
    const [vector] = vectors.webhook_signing;
    const owner = { ...app, appKey: vector?.app_key ?? "", appSecret: vector?.app_secret ?? "" };
    const headers = new Headers({ authorization: vector?.authorization_header ?? "" });
    const raw = new TextEncoder().encode(vector?.raw_body);
    expect(await verifyEvent(owner, headers, raw)).toEqual({
      deliveryId: "7380066284010030890",
      shopId: "7495540735365777507",
      at: 1_718_305_585_000,
      kind: "order.changed",
      orderIds: ["576653688135258178"],
    });
  });

  it("without an id of its own is distinguished from others by what it says", async () => {
    const nameless = (orderId: string, at: number) =>
      deliver(
        `{"type":1,"shop_id":"7495540735365777507","timestamp":${at},"data":{"order_id":"${orderId}"}}`,
      );
    const deliveries = [await nameless("5", 1), await nameless("6", 1), await nameless("5", 2)];
    expect(new Set(deliveries.map((event) => event?.deliveryId)).size).toBe(3);
    expect((await nameless("5", 1))?.deliveryId).toBe(deliveries[0]?.deliveryId);
  });

  it("keeps no id of any length: neither of the delivery nor of what it names", async () => {
    const long = "9".repeat(500_000);
    const event = await deliver(
      `{"type":1,"tts_notification_id":"${long}","shop_id":"${long}","timestamp":1,"data":{"order_id":"${long}"}}`,
    );
    expect(event).toMatchObject({ kind: "other", topic: "1", shopId: "" });
    expect(event?.deliveryId).toHaveLength(64);
    const typed = await deliver(`{"type":"${long}","data":{}}`);
    expect(JSON.stringify(typed).length).toBeLessThan(300);
  });

  it("without a right signature is nothing, whatever it says", async () => {
    const raw = new TextEncoder().encode(delivery(1, `{"order_id":"1"}`));
    expect(await verifyEvent(app, new Headers(), raw)).toBeNull();
    const authorization = "0".repeat(64);
    expect(await verifyEvent(app, new Headers({ authorization }), raw)).toBeNull();
    const garbage = new TextEncoder().encode("not json");
    expect(await verifyEvent(app, new Headers({ authorization }), garbage)).toBeNull();
  });

  it.each([
    [1, `{"order_id":"5","order_status":"CANCEL"}`, { kind: "order.changed", orderIds: ["5"] }],
    [3, `{"order_id":"5"}`, { kind: "order.changed", orderIds: ["5"] }],
    [
      4,
      `{"package_list":[{"package_id":"9","order_id_list":["6","7"]},{"order_id_list":["8","6"]}]}`,
      { kind: "order.changed", orderIds: ["6", "7", "8"] },
    ],
    [
      4,
      `{"package_list":[{"package_id":"9"},null,{"order_id_list":[576653688135258178,{}]}]}`,
      { kind: "order.changed", orderIds: ["576653688135258178"] },
    ],
    [1, `{"order_id":5,"package_list":"none"}`, { kind: "order.changed", orderIds: ["5"] }],
    [1, `["5"]`, { kind: "other", topic: "1" }],
    [
      11,
      `{"order_id":"5","cancel_id":"8"}`,
      { kind: "order.cancel_changed", orderId: "5", cancelId: "8" },
    ],
    [12, `{"order_id":"5","return_id":"8"}`, { kind: "order.changed", orderIds: ["5"] }],
    [
      15,
      `{"product_id":"1729382561353664373"}`,
      { kind: "listing.changed", channelProductId: "1729382561353664373" },
    ],
    [
      5,
      `{"product_id":1729382561353664373}`,
      { kind: "listing.changed", channelProductId: "1729382561353664373" },
    ],
    [
      16,
      `{"product_id": 1729382561353664373 }`,
      { kind: "listing.changed", channelProductId: "1729382561353664373" },
    ],
    [
      37,
      `{"product_id":1729382561353664373}`,
      { kind: "listing.changed", channelProductId: "1729382561353664373" },
    ],
    [6, `{"message":"bye"}`, { kind: "authorization.revoked" }],
    [7, `{"expiration_time":"1"}`, { kind: "authorization.expiring" }],
    [27, `{"product_id":"1"}`, { kind: "other", topic: "27" }],
    [1, `{}`, { kind: "other", topic: "1" }],
    [13, `null`, { kind: "other", topic: "13" }],
  ])("of topic %i means %j", async (type, data, meaning) => {
    expect(await deliver(delivery(type, data))).toMatchObject(meaning);
  });

  it("of the seller rather than a shop has no shop id", async () => {
    expect(await deliver(delivery(6, "{}", `"seller_open_id":"x",`))).toMatchObject({ shopId: "" });
  });

  it.each([
    ["that is flat", `{"event":"inventory_update","shop_id":"7","product_id":1729382561353664373}`],
    ["that is no JSON", "{broken"],
    ["that is a list", `[{"type":1}]`],
    ["that is nothing", "null"],
    ["whose fields are of other kinds", `{"type":{},"shop_id":[7],"timestamp":"soon","data":3}`],
  ])("in a form %s is nothing to act on, and no failure", async (_, text) => {
    expect(await deliver(text)).toMatchObject({ kind: "other", topic: "" });
    expect((await deliver(text))?.deliveryId).not.toBe("");
  });

  it("of 200 KB is read in no time, whatever it holds", async () => {
    const startedAt = performance.now();
    await deliver('"\\'.repeat(100_000));
    await deliver('{"a":' + '"'.repeat(199_999));
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});

describe("parseWithBigIds", () => {
  it("keeps every digit of a whole number, however long", () =>
    fc.assert(
      fc.property(fc.bigInt({ min: 10n ** 15n, max: 10n ** 19n }), (id) => {
        expect(parseWithBigIds(`{"id":${id},"list":[${id}]}`)).toEqual({
          id: String(id),
          list: [String(id)],
        });
      }),
    ));

  it(
    "changes nothing in JSON without long numbers, not even digits inside texts",
    { timeout: 30_000 },
    () =>
      fc.assert(
        fc.property(
          fc.jsonValue({ noUnicodeString: false }),
          fc.bigInt({ min: 10n ** 16n }),
          (value, id) => {
            const mixed = { value: keepSmall(value), text: `"${id}" and \\ ${id}` };
            expect(parseWithBigIds(JSON.stringify(mixed))).toEqual(
              JSON.parse(JSON.stringify(mixed)),
            );
          },
        ),
      ),
  );
});

/** Numbers of 16 digits and more are what the other property is about. */
function keepSmall(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === "number" && /\d{16}/.test(String(inner)) ? 1 : inner,
  );
}

describe("registering webhooks", () => {
  it("writes only topics that do not point at the address yet", async () => {
    const address = "https://weft.example/hooks/1";
    const wire = wireTo([
      { data: { webhooks: [{ event_type: "ORDER_STATUS_CHANGE", address }] } },
      { data: {} },
    ]);
    const topics = await wire.session.registerWebhooks(address);
    const puts = wire.sent.filter(({ method }) => method === "PUT");
    expect(topics).toContain("ORDER_STATUS_CHANGE");
    expect(puts).toHaveLength(topics.length - 1);
    expect(puts[0]?.body).toMatchObject({ address });
  });

  it("asks for nothing the platform would refuse", async () => {
    for (const address of [
      "http://weft.example/x",
      "https://weft.example:8443/x",
      "https://127.0.0.1/x",
    ]) {
      const wire = wireTo([{ data: {} }]);
      expect(await wire.session.registerWebhooks(address)).toEqual([]);
      expect(wire.sent).toHaveLength(0);
      expect(isPublicAddress(address)).toBe(false);
    }
    expect(isPublicAddress(`https://weft.example/${"x".repeat(240)}`)).toBe(false);
    expect(isPublicAddress("https://hooks.weft.example/x")).toBe(true);
  });

  it("on a developer's machine lets the other side decide", async () => {
    const local = { allowLocalHosts: true };
    const open = wireTo([{ data: {} }], {}, local);
    expect((await open.session.registerWebhooks("http://127.0.0.1:8787/x")).length).toBeGreaterThan(
      0,
    );
    const strict = wireTo([{ data: {} }, { code: 11050001 }], {}, local);
    expect(await strict.session.registerWebhooks("http://127.0.0.1:8787/x")).toEqual([]);
  });
});
