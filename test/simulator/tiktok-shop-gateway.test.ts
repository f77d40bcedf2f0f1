import { describe, expect, it } from "vitest";
import golden from "../golden/tiktok-sign-vectors.json";
import { requestSignature, webhookSignature } from "../../simulator/tiktok-shop/signature";
import { openHarness, redeem, START_MS, type CallOptions } from "./tiktok-shop-client";

const bytes = (text: string) => new TextEncoder().encode(text);
const SHOPS = "/authorization/202309/shops";
const WAREHOUSES = "/logistics/202309/warehouses";
const NOW = Math.floor(START_MS / 1000);

describe("the signature verifier", () => {
  it.each(golden.request_signing)("computes vector $id", async (vector) => {
    const query = new URLSearchParams(Object.entries(vector.query_without_sign));
    query.set("sign", "not part of it");
    const computed = await requestSignature({
      appSecret: vector.app_secret,
      path: vector.path,
      query,
      contentType: vector.content_type,
      rawBody: bytes(vector.raw_body ?? ""),
    });
    expect(computed).toBe(vector.sign);
  });

  it.each(golden.webhook_signing)("computes webhook vector $id", async (vector) => {
    const computed = await webhookSignature(vector.app_key, vector.app_secret, vector.raw_body);
    expect(computed).toBe(vector.authorization_header);
  });

  it("covers the raw bytes, so the same JSON written otherwise fails", async () => {
    const harness = await openHarness();
    const path = "/product/202502/products/search";
    const query = { page_size: "10" };
    const escaped = '{"seller_skus":["caf\\u00e9"]}';
    const accepted = await harness.call("POST", path, { query, rawBody: escaped });
    expect(accepted.code).toBe(0);
    const asSent = new URLSearchParams(harness.lastUrl.slice(harness.lastUrl.indexOf("?")));
    const other = await harness.call("POST", path, {
      query,
      rawBody: '{"seller_skus":["café"]}',
      sign: asSent.get("sign"),
    });
    expect(other).toMatchObject({ code: 106001, status: 401 });
  });
});

describe("the gateway", () => {
  /** Each case breaks one check and every later one: the earlier one must answer. */
  const later: CallOptions = {
    appKey: "unknown",
    timestamp: "1",
    sign: "0",
    token: null,
    cipher: null,
  };
  const cases: [string, string, string, CallOptions, number, number, string][] = [
    ["an unknown path", "GET", "/product/202309/nothing", later, 36009009, 404, "Invalid path"],
    ["a wrong method", "PATCH", WAREHOUSES, later, 36009010, 405, "Invalid method"],
    [
      "a wrong version",
      "GET",
      "/logistics/209912/warehouses",
      later,
      36009004,
      400,
      "Invalid API version",
    ],
    ["an unknown app key", "GET", WAREHOUSES, later, 36009004, 400, "Invalid credentials"],
    [
      "an old timestamp",
      "GET",
      WAREHOUSES,
      { ...later, appKey: "6testapp01" },
      36009004,
      400,
      "Invalid timestamp",
    ],
    [
      "a wrong sign",
      "GET",
      WAREHOUSES,
      { sign: "0", token: null, cipher: null },
      106001,
      401,
      "'sign'",
    ],
    [
      "a missing sign",
      "GET",
      WAREHOUSES,
      { sign: null, token: null },
      36009004,
      400,
      "Missing credentials",
    ],
    [
      "a missing token",
      "GET",
      WAREHOUSES,
      { token: null, cipher: null },
      36009004,
      400,
      "x-tts-access-token",
    ],
    [
      "an unknown token",
      "GET",
      WAREHOUSES,
      { token: "x", cipher: null },
      36009004,
      400,
      "x-tts-access-token",
    ],
    ["a missing cipher", "GET", WAREHOUSES, { cipher: null }, 106013, 400, "shop_cipher"],
    [
      "a foreign cipher",
      "GET",
      WAREHOUSES,
      { cipher: "GBP_other" },
      101000,
      401,
      "Invalid identifier",
    ],
    ["a cipher where none belongs", "GET", SHOPS, {}, 36009004, 400, "Unexpected identifier"],
  ];
  it.each(cases)(
    "refuses %s first",
    async (_name, method, path, options, code, status, message) => {
      const harness = await openHarness();
      const answer = await harness.call(method, path, options);
      expect(answer).toMatchObject({ code, status });
      expect(answer.message).toContain(message);
      expect(answer.text).toContain('"data":null');
    },
  );

  it("accepts a timestamp of up to five minutes ago and 30 seconds ahead", async () => {
    const harness = await openHarness();
    const at = (seconds: number) =>
      harness.call("GET", WAREHOUSES, { timestamp: String(NOW + seconds) });
    expect((await at(-300)).code).toBe(0);
    expect((await at(30)).code).toBe(0);
    expect((await at(-301)).code).toBe(36009004);
    expect((await at(31)).code).toBe(36009004);
  });

  it("measures the timestamp by the callers' clock when the world was moved ahead", async () => {
    const harness = await openHarness();
    harness.clock.advance(86_400_000);
    expect((await harness.call("GET", WAREHOUSES)).code).toBe(0);
  });

  it("refuses a call whose scope was not granted", async () => {
    const harness = await openHarness();
    harness.shop.setScopes(["seller.authorization.info"]);
    const token = await redeem(harness.shop, harness.shop.authorize(harness.shopId));
    expect((await harness.call("GET", SHOPS, { token, cipher: null })).code).toBe(0);
    const refused = await harness.call("GET", WAREHOUSES, { token });
    expect(refused).toMatchObject({ code: 105005, status: 401 });
  });

  it("lets 50 calls a second through for one endpoint and shop, then answers 429", async () => {
    const harness = await openHarness();
    const codes: number[] = [];
    for (let n = 0; n < 51; n++) codes.push((await harness.call("GET", WAREHOUSES)).status);
    expect(codes.slice(0, 50).every((status) => status === 200)).toBe(true);
    expect(codes[50]).toBe(429);
    expect((await harness.call("GET", SHOPS, { cipher: null })).code).toBe(0);
  });

  it("refuses an inactive shop and lets the status of a code be switched", async () => {
    const harness = await openHarness("GB", { statusByCode: { 36009043: 403 } });
    harness.shop.setShop(harness.shopId, { active: false });
    expect(await harness.call("GET", WAREHOUSES)).toMatchObject({ code: 36009043, status: 403 });
  });

  it("counts its calls by method, path and code", async () => {
    const harness = await openHarness();
    harness.shop.clearCalls();
    await harness.call("GET", WAREHOUSES);
    await harness.call("GET", WAREHOUSES, { cipher: null });
    expect(harness.shop.calls().map(({ method, path, code }) => [method, path, code])).toEqual([
      ["GET", WAREHOUSES, 0],
      ["GET", WAREHOUSES, 106013],
    ]);
  });
});
