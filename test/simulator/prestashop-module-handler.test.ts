// The handler of the module's address: signatures, refusals, health and repairs.
import { describe, expect, it } from "vitest";
import { version } from "../../package.json";
import { BASE_URL, call, demoStore } from "./prestashop-goldens";
import {
  API,
  ask,
  done,
  NOW_SECONDS,
  pairedStore,
  post,
  SECRET,
  sign,
} from "./prestashop-module-client";

const health = JSON.stringify({ call: "health", id: "1", with: {} });
const statusAndBody = async (response: Response) => [response.status, await response.json()];

describe("the module's handler", () => {
  it("is an HTML page with status 404 where no module is installed", async () => {
    const store = demoStore("8.2.1");
    const response = await post(store, health);
    expect([response.status, response.headers.get("content-type")]).toEqual([
      404,
      "text/html; charset=utf-8",
    ]);
    store.configureModule({ webhookUrl: "https://app.example/hook", secret: SECRET });
    expect((await post(store, health)).status).toBe(200);
    store.uninstallModule();
    expect((await post(store, health)).status).toBe(404);
  });

  it("answers unpaired, unsigned and with its clock, until it has a secret", async () => {
    const store = demoStore("8.2.1");
    store.installModule();
    const response = await post(store, health);
    expect(response.headers.has("x-weft-signature")).toBe(false);
    expect(await statusAndBody(response)).toEqual([401, { error: "unpaired", now: NOW_SECONDS }]);
  });

  it.each([
    ["another secret", { secret: "z".repeat(32) }],
    ["no headers", { headers: {} }],
    ["a timestamp of another message", { headers: { "x-weft-timestamp": "1" } }],
  ])("refuses %s", async (_, sent) => {
    const response = await post(pairedStore(), health, sent);
    expect(await statusAndBody(response)).toEqual([401, { error: "signature", now: NOW_SECONDS }]);
  });

  it("signs over the raw bytes: the same JSON with another space is another message", async () => {
    const headers = {
      "x-weft-timestamp": String(NOW_SECONDS),
      "x-weft-signature": await sign(SECRET, NOW_SECONDS, health),
    };
    expect((await post(pairedStore(), health, { headers })).status).toBe(200);
    expect((await post(pairedStore(), `${health} `, { headers })).status).toBe(401);
  });

  it.each([
    [300, 200],
    [-300, 200],
    [301, 401],
    [-301, 401],
  ])("takes a time that is %d seconds off with %d", async (offset, status) => {
    const response = await post(pairedStore(), health, { timestamp: NOW_SECONDS + offset });
    expect(response.status).toBe(status);
    if (status === 401) expect(await response.json()).toMatchObject({ error: "clock" });
  });

  it("does not read more than 1 MB", async () => {
    expect(await statusAndBody(await post(pairedStore(), "x".repeat(1_048_577)))).toEqual([
      413,
      { error: "size" },
    ]);
  });

  it.each([
    "",
    "[]",
    "{}",
    '{"call":"health","id":"1"}',
    '{"call":"health","with":{}}',
    '{"call":"health","id":"1","with":{"more":1}}',
    '{"call":"rotate","id":"1","with":{}}',
    '{"call":"stock","id":"1","with":{"limit":0}}',
    '{"call":"stock-change","id":"1","with":{"changes":[{"id":"1","product":8,"variant":"0","delta":1}]}}',
  ])("answers 400 to an invalid call: %s", async (body) => {
    expect(await statusAndBody(await post(pairedStore(), body))).toEqual([400, { error: "body" }]);
  });

  it.each([
    ["dance", {}, { code: "call_unknown", facts: { call: "dance" } }],
    ["rotate", { secret: "short" }, { code: "secret_weak", facts: { shortest: 32 } }],
    ["repair", { what: "roof" }, { code: "repair_unknown", facts: { what: "roof" } }],
  ])("reads the call %s and refuses it with the reason", async (name, asked, refused) => {
    expect((await ask(pairedStore(), name, asked)).refused).toEqual(refused);
  });

  it("answers in maintenance mode and refuses any method but POST", async () => {
    const store = pairedStore();
    store.setMaintenance(true);
    expect((await post(store, health)).status).toBe(200);
    expect((await call(store, "GET", API)).status).toBe(401);
  });

  it("accepts the secret before a rotation for another day", async () => {
    const store = pairedStore();
    const next = "n".repeat(32);
    expect(await done(store, "rotate", { secret: next })).toEqual({ done: true });
    expect((await ask(store, "rotate", { secret: next })).ok).toEqual({ done: true });
    expect((await ask(store, "health", {}, next)).ok).toBeDefined();
    const other = { secret: "o".repeat(32) };
    expect((await ask(store, "rotate", other)).refused).toEqual({
      code: "secret_replaced",
      facts: {},
    });
    store.store.clock.advance(86_400_001);
    // The world's clock was moved ahead; signatures are checked by the callers' clock.
    expect((await ask(store, "health")).ok).toBeDefined();
    expect(store.moduleSettings()?.secret).toBe(next);
  });
});

describe("the module's health", () => {
  it("of a healthy store reports nothing missing, and its module has this product's version", async () => {
    expect(await done(pairedStore(), "health")).toEqual({
      module: version,
      shop: {
        version: "8.2.1",
        php: expect.stringMatching(/^8\.1\.\d+$/),
        name: "TestShop",
        url: BASE_URL,
        timeZone: "Europe/London",
        now: NOW_SECONDS * 1000,
        isSsl: true,
        isRewriting: true,
        isMaintenance: false,
        isMultishop: false,
        isWebserviceOn: true,
        roundType: 2,
        roundMode: 2,
        id: "1",
        groupId: "1",
        sharesStock: false,
        adminPath: "",
      },
      hooks: { missing: [] },
      outbox: { waiting: 0, oldestAt: null, lastDeliveredAt: null, lastError: "" },
      key: { isMade: false, isActive: false, missing: [] },
      paymentModules: ["ps_checkpayment", "ps_wirepayment", "ps_cashondelivery"],
      tables: { missing: [], withoutTransactions: [] },
      language: { code: "en", isActive: true },
      languages: [
        { id: "1", code: "en-US", isActive: true },
        { id: "2", code: "en-GB", isActive: true },
      ],
      countries: [],
    });
  });

  it("reports how the store serves the asked countries that it knows", async () => {
    const store = pairedStore();
    const { countries } = await done<{ countries: object[] }>(store, "health", {
      countries: ["GB", "DE", "US", "ZZ"],
    });
    const [gb, de, us] = countries;
    expect(countries).toHaveLength(3);
    expect(gb).toEqual({
      code: "GB",
      isActive: true,
      isZoneActive: true,
      carriers: ["1", "2"],
      hasTax: true,
    });
    expect(de).toMatchObject({ isActive: false, hasTax: true });
    expect(us).toMatchObject({ isActive: true, hasTax: false });
  });

  it("reports the last delivery of an event, and a test event its answer", async () => {
    const store = pairedStore();
    const ping = await done(store, "test-event");
    expect(ping).toEqual({ status: 200, eventId: store.deliveries()[0]?.id, error: "" });
    const { outbox } = await done<{ outbox: object }>(store, "health");
    expect(outbox).toMatchObject({ waiting: 0, lastDeliveredAt: NOW_SECONDS * 1000 });
  });

  it.each([
    ["webservice", {}, "PS_WEBSERVICE"],
    ["country", { code: "DE" }, "countries"],
  ])("is repaired: %s", async (what, more, where) => {
    const store = pairedStore();
    store.setWebserviceEnabled(false);
    expect(await done(store, "repair", { what, ...more })).toEqual({ done: true });
    const row = store
      .rows(where === "countries" ? where : "configurations")
      .find((it) => it.values["iso_code"] === "DE" || it.values["name"] === where);
    expect([row?.values["value"], row?.values["active"]]).toContain("1");
  });

  it.each([
    [{ what: "country", code: "ZZ" }, "country_missing"],
    [{ what: "currency", code: "ZZZ" }, "currency_missing"],
    [{ what: "key" }, "key_missing"],
  ])("cannot be repaired where there is nothing to switch on: %o", async (asked, code) => {
    expect((await ask(pairedStore(), "repair", asked)).refused?.code).toBe(code);
  });
});
