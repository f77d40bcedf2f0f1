// Breakages of a store, its host and its module, as a caller sees them.
import { describe, expect, it } from "vitest";
import { breakStore, type Breakage } from "../../simulator/prestashop/break-store";
import { basic, BASE_URL, call, demoStore, json, VALID_KEY } from "./prestashop-goldens";
import { ask, done, NOW_SECONDS, pairedStore, post } from "./prestashop-module-client";

const READ = "/api/products?output_format=JSON&limit=1";
const health = JSON.stringify({ call: "health", id: "1", with: {} });

function broken(breakage: Breakage) {
  const store = pairedStore();
  breakStore(store, breakage);
  return store;
}

interface Health {
  module: string;
  shop: Record<string, unknown>;
  hooks: { missing: string[] };
  outbox: { waiting: number; oldestAt: number };
  paymentModules: string[];
  tables: { missing: string[] };
  countries: Record<string, unknown>[];
  language: unknown;
}

describe("a host", () => {
  it("that is down refuses every connection, to the module as well", async () => {
    const store = broken({ host: { isDown: true } });
    await expect(call(store, "GET", READ)).rejects.toThrow("connection refused");
    await expect(post(store, health)).rejects.toThrow("connection refused");
  });

  it("may be slow, and answers all the same", async () => {
    const store = broken({ host: { latencyMs: 30 } });
    const started = performance.now();
    expect((await call(store, "GET", READ)).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(25);
  });

  it.each([
    [{ status: 429, retryAfterSeconds: 30 }, "30"],
    [{ status: 503 }, null],
  ])("may refuse every request with %o", async (blockedWith, after) => {
    const response = await call(broken({ host: { blockedWith } }), "GET", READ);
    expect([response.status, response.headers.get("retry-after")]).toEqual([
      blockedWith.status,
      after,
    ]);
  });

  it("without rewriting leads to the webservice by its dispatcher only", async () => {
    const store = broken({ host: { hasRewriting: false } });
    const direct = await call(store, "GET", READ);
    expect([direct.status, direct.headers.get("psws-version")]).toEqual([404, null]);
    const detour = await call(store, "GET", "/webservice/dispatcher.php?url=products&limit=1");
    expect(detour.status).toBe(200);
    expect((await post(store, health)).status).toBe(200);
  });

  it("that hides the Authorization header accepts a key as ws_key", async () => {
    const store = broken({ host: { dropsAuthorization: true } });
    expect((await call(store, "GET", READ)).status).toBe(401);
    const named = await call(store, "GET", `${READ}&ws_key=${VALID_KEY}`, undefined, {});
    expect(named.status).toBe(200);
  });

  it("whose PHP is noisy spoils good answers of the webservice, never the module's", async () => {
    const store = broken({ host: { noise: "<b>Notice</b>: Undefined index\n" } });
    const response = await call(store, "GET", READ);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.text()).toMatch(/^<b>Notice<\/b>: Undefined index\n\{/);
    expect((await json(store, "GET", "/api/productz")).status).toBe(400);
    expect((await ask(store, "health")).ok).toBeDefined();
  });

  it("with a wrong clock dates its answers by it, and refuses signatures", async () => {
    const store = broken({ host: { clockSkewMs: 600_000 } });
    const response = await call(store, "GET", READ);
    expect(response.headers.get("date")).toBe(new Date((NOW_SECONDS + 600) * 1000).toUTCString());
    const refused = await post(store, health);
    expect(await refused.json()).toEqual({ error: "clock", now: NOW_SECONDS + 600 });
  });

  it("redirects http to https where the store has https", async () => {
    const plain = new Request(BASE_URL.replace("https", "http") + READ);
    const response = await demoStore("8.2.1").fetch(plain);
    expect([response.status, response.headers.get("location")]).toEqual([301, BASE_URL + READ]);
  });

  it("without outgoing requests delivers no event, and the events wait", async () => {
    const store = broken({ host: { isOutgoingBlocked: true } });
    store.setTracking("1", "T1");
    await store.tick();
    expect(store.deliveries()[0]).toMatchObject({ attempts: 1, lastStatus: 0 });
    const ping = await done(store, "test-event");
    expect(ping).toMatchObject({ status: 0, error: "no answer" });
    store.changeHost({ isOutgoingBlocked: false });
    expect(await done(store, "flush")).toEqual({ sent: 1, waiting: 0 });
  });
});

describe("a store", () => {
  const healthOf = (breakage: Breakage) =>
    done<Health>(broken(breakage), "health", { countries: ["GB"] });

  it.each<[string, Breakage, object]>([
    ["says another version", { version: "1.6.1.24" }, { version: "1.6.1.24" }],
    ["is one of several", { secondShop: "Outlet" }, { isMultishop: true }],
    ["has the webservice off", { settings: { PS_WEBSERVICE: "0" } }, { isWebserviceOn: false }],
    ["has an odd time zone", { settings: { PS_TIMEZONE: "Mars/X" } }, { timeZone: "Mars/X" }],
    ["rounds by item", { settings: { PS_ROUND_TYPE: "1" } }, { roundType: 1 }],
    ["has no rewriting", { settings: { PS_REWRITING_SETTINGS: "0" } }, { isRewriting: false }],
  ])("%s, and its health says so", async (_, breakage, expected) => {
    expect((await healthOf(breakage)).shop).toMatchObject(expected);
  });

  it("reports the claimed version with every answer of the webservice", async () => {
    const response = await call(broken({ version: "1.6.1.24" }), "GET", READ);
    expect(response.headers.get("psws-version")).toBe("1.6.1.24");
  });

  it("answers with a time zone that does not exist", async () => {
    const store = broken({ settings: { PS_TIMEZONE: "Mars/X" } });
    const xml = "<prestashop><product><id>6</id><price>5</price></product></prestashop>";
    expect((await json(store, "PATCH", "/api/products/6", xml)).status).toBe(200);
  });

  it.each<[string, Breakage, object]>([
    [
      "inactive",
      { rows: [{ resource: "countries", id: "17", values: { active: "0" } }] },
      { isActive: false },
    ],
    [
      "in a closed zone",
      { rows: [{ resource: "zones", id: "7", values: { active: "0" } }] },
      { isZoneActive: false },
    ],
    ["without a carrier", { carrierZones: { 1: ["1"], 2: ["2"] } }, { carriers: [] }],
  ])("may have its country %s", async (_, breakage, expected) => {
    expect((await healthOf(breakage)).countries[0]).toMatchObject({ code: "GB", ...expected });
  });

  it("may lack its default language, or have it switched off", async () => {
    const off = { resource: "languages", id: "1", values: { active: "0" } };
    expect((await healthOf({ rows: [off] })).language).toEqual({ code: "en", isActive: false });
    expect((await healthOf({ settings: { PS_LANG_DEFAULT: "9" } })).language).toBeNull();
  });

  it("without a payment module can make no order", async () => {
    expect((await healthOf({ paymentModules: [] })).paymentModules).toEqual([]);
  });

  it("refuses a key that is switched off, and one without the right", async () => {
    const off = broken({ keys: { [VALID_KEY]: { active: false } } });
    expect((await json(off, "GET", READ)).status).toBe(401);
    const narrow = broken({ keys: { [VALID_KEY]: { permissions: { orders: ["GET"] } } } });
    expect((await json(narrow, "GET", READ)).status).toBe(401);
    expect((await json(narrow, "DELETE", "/api/orders/1")).status).toBe(405);
  });
});

describe("a module", () => {
  it("may be absent, older, or unpaired", async () => {
    expect((await post(broken({ module: "absent" }), health)).status).toBe(404);
    const older = broken({ module: { version: "0.1.0" } });
    expect((await done<Health>(older, "health")).module).toBe("0.1.0");
    const unpaired = await post(broken({ module: { isUnpaired: true } }), health);
    expect(await unpaired.json()).toMatchObject({ error: "unpaired" });
  });

  it("receives no event by hooks it lost, until they are repaired", async () => {
    const missingHooks = ["actionObjectStockAvailableUpdateAfter", "actionUpdateQuantity"];
    const store = broken({ module: { missingHooks } });
    expect((await done<Health>(store, "health")).hooks.missing).toEqual(missingHooks);
    const xml =
      "<prestashop><stock_available><id>6</id><quantity>3</quantity></stock_available></prestashop>";
    await call(store, "PATCH", "/api/stock_availables", xml, basic(VALID_KEY));
    expect(store.deliveries()).toEqual([]);
    await done(store, "repair", { what: "hooks" });
    await call(store, "PATCH", "/api/stock_availables", xml, basic(VALID_KEY));
    expect(store.deliveries().map((it) => it.type)).toEqual(["stock.changed"]);
  });

  it("fails without its table and rolls back, until it is repaired", async () => {
    const store = broken({ module: { lostTables: ["ps_weft_stock_change"] } });
    expect((await done<Health>(store, "health")).tables.missing).toEqual(["ps_weft_stock_change"]);
    const change = { id: "a", product: "6", variant: "0", delta: -1 };
    const body = JSON.stringify({ call: "stock-change", id: "7", with: { changes: [change] } });
    const failed = await post(store, body);
    expect([failed.status, failed.headers.has("x-weft-signature")]).toEqual([500, true]);
    expect(await failed.json()).toMatchObject({ answer: "7", failed: expect.any(String) });
    await done(store, "repair", { what: "tables" });
    expect((await post(store, body)).status).toBe(200);
  });

  it("may have events stuck for days; a flush sends them", async () => {
    const store = broken({ module: { stuck: { events: 3, forMs: 2 * 86_400_000 } } });
    await store.tick();
    const { outbox } = await done<Health>(store, "health");
    expect(outbox).toMatchObject({ waiting: 3, oldestAt: (NOW_SECONDS - 172_800) * 1000 });
    expect(await done(store, "flush")).toEqual({ sent: 3, waiting: 0 });
  });
});
