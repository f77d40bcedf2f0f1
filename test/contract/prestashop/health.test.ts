import { describe, expect, it } from "vitest";
import {
  NEEDED_PERMISSIONS,
  SEEING_PERMISSIONS,
} from "../../../src/domain/connections/store-permissions";
import { prestashop } from "../../../src/platforms/prestashop/manifest";
import { expectTroubles, troublesOf } from "../../support/findings";
import { signedAnswer } from "../../support/module-wire";
import type { Grants } from "../../../simulator/prestashop/module/state";
import { breakStore } from "../../../simulator/prestashop/break-store";
import { BREAKAGES } from "./breakages";
import { KEY, openHealthHarness, SECRET, type HealthHarness } from "./health-harness";

const MINUTE_MS = 60_000;

/** A store whose module computes the trial order like this, as another module may make it. */
function answerTrial({ host }: HealthHarness, answer: object): void {
  host.through = (inner) => async (request) => {
    const { call, id } = (await request
      .clone()
      .json()
      .catch(() => ({}))) as { call?: string; id?: string };
    if (call !== "cart-total") return inner(request);
    return signedAnswer(SECRET, { answer: id, ...answer });
  };
}

describe("a healthy PrestaShop", () => {
  it.each(["8.2.1", "9.1.4"] as const)("%s passes every check", async (flavour) => {
    const { examine, seen } = openHealthHarness(flavour);
    const findings = await examine();
    expect(findings.map(({ check }) => check)).toEqual(prestashop.checks);
    expect(findings.filter(({ verdict }) => verdict !== "pass")).toEqual([]);
    expect(seen.length).toBeLessThanOrEqual(12);
  });

  it("is written to by nobody", async () => {
    const { examine, seen } = openHealthHarness();
    await examine();
    const calls = seen.filter((call) => !call.startsWith("GET"));
    expect(new Set(calls)).toEqual(new Set(["POST /index.php"]));
  });

  it("without the module lacks nothing but the module, and what only the module can read", async () => {
    const { store, examine } = openHealthHarness();
    store.uninstallModule();
    const findings = await examine();
    expectTroubles(findings, ["module.present warn"]);
    const unknown = findings.filter(({ verdict }) => verdict === "skipped");
    expect(unknown.map(({ check }) => check)).toEqual([
      "orders.payment_module",
      "orders.trial",
      "module.paired",
      "module.version",
      "module.tables",
      "store.transactions",
      "module.hooks",
      "module.round_trip",
      "module.outbox",
    ]);
  });

  it("with a key that may do just what is needed is no worse, and says what it hides", async () => {
    const { store, examine } = openHealthHarness();
    const permit = (permissions: typeof NEEDED_PERMISSIONS) =>
      store.createWebserviceKey(
        KEY,
        permissions as Parameters<typeof store.createWebserviceKey>[1],
      );
    permit(NEEDED_PERMISSIONS);
    expectTroubles(await examine(), ["store.permissions warn"]);
    permit({ ...NEEDED_PERMISSIONS, ...SEEING_PERMISSIONS });
    expectTroubles(await examine(), []);
    store.uninstallModule();
    expectTroubles(await examine(), ["module.present warn"]);
  });
});

describe("one of several shops", () => {
  it("passes every check with its own settings, told by the key or by the module", async () => {
    const { store, examine } = openHealthHarness();
    breakStore(store, { secondShop: "Outlet" });
    const findings = await examine();
    expectTroubles(findings, []);
    const shown = (name: string) => findings.find(({ check }) => check === name)?.facts;
    expect(shown("store.multishop")).toEqual({ shop: "TestShop" });
    expect(shown("store.time_zone")).toEqual({ zone: "Europe/London" });
    store.createWebserviceKey(KEY, { ...NEEDED_PERMISSIONS, ...SEEING_PERMISSIONS } as Grants);
    expectTroubles(await examine(), []);
  });
});

describe("the repair of the key", () => {
  const rights = NEEDED_PERMISSIONS as Grants;
  const { orders: _orders, ...fewer } = rights;

  /** A store that was handed over: its module made the key. */
  async function openHandedOver() {
    const opened = openHealthHarness();
    const webhookUrl = "https://weft.example/webhooks/source/c";
    opened.store.configureModule({ webhookUrl, secret: SECRET, permissions: rights });
    await opened.store.connectModule();
    const own = opened.store.webserviceKeys().find(({ key }) => key !== KEY)?.key ?? "";
    const offers = async (key: string) =>
      (await opened.examine({}, key)).flatMap(({ check, fix }) => (fix ? [check] : []));
    return { ...opened, own, offers };
  }

  it("is offered for the key the module made, when it lacks rights or is off", async () => {
    const { store, own, offers } = await openHandedOver();
    expect(await offers(own)).toEqual([]);
    breakStore(store, { keys: { [own]: { permissions: fewer } } });
    expect(await offers(own)).toEqual(["store.permissions"]);
    breakStore(store, { keys: { [own]: { active: false } } });
    expect(await offers(own)).toEqual(["store.key"]);
  });

  it("is not offered for a key made by hand, which the module does not change", async () => {
    const { store, offers } = await openHandedOver();
    breakStore(store, { keys: { [KEY]: { permissions: fewer } } });
    expect(await offers(KEY)).toEqual([]);
    const plain = openHealthHarness();
    breakStore(plain.store, { keys: { [KEY]: { permissions: fewer } } });
    const findings = await plain.examine();
    expectTroubles(findings, ["store.permissions fail"]);
    expect(findings.filter(({ fix }) => fix)).toEqual([]);
  });
});

describe("each breakage of a PrestaShop is its own finding and no other", () => {
  it.each(BREAKAGES)("$title", async (breakage) => {
    const harness = openHealthHarness();
    if (breakage.broken) breakStore(harness.store, breakage.broken);
    breakage.spoil?.(harness);
    expectTroubles(await harness.examine(breakage.asked, breakage.key), [breakage.expected]);
  });

  it("a store in maintenance covers no module up that is not there", async () => {
    const { store, examine } = openHealthHarness();
    breakStore(store, { module: "absent", settings: { PS_SHOP_ENABLE: "0" } });
    expectTroubles(await examine(), ["store.open warn", "module.present warn"]);
  });

  it("a store with packs is told what waits for the module", async () => {
    const { store, examine } = openHealthHarness();
    store.setSetting("PS_PACK_FEATURE_ACTIVE", "1");
    expectTroubles(await examine(), []);
    store.uninstallModule();
    expect(troublesOf(await examine())).toEqual(["store.packs warn", "module.present warn"]);
  });

  it("says how many events wait and since when", async () => {
    const { store, examine } = openHealthHarness();
    breakStore(store, { module: { stuck: { events: 3, forMs: 60 * MINUTE_MS } } });
    const findings = await examine();
    const { facts } = findings.find(({ check }) => check === "module.outbox") ?? {};
    expect(facts).toMatchObject({ waiting: 3, minutes: 60 });
  });

  it("a trial order that comes to another sum, with both", async () => {
    const harness = openHealthHarness();
    const total = { productsMinor: 900, shippingMinor: 0, discountMinor: 0, totalMinor: 900 };
    answerTrial(harness, { ok: { ...total, taxes: [], oversold: [], carrierCostMinor: 0 } });
    const findings = await harness.examine();
    expectTroubles(findings, ["orders.trial fail"]);
    const { facts } = findings.find(({ check }) => check === "orders.trial") ?? {};
    expect(facts).toEqual({
      state: "differs",
      expectedMinor: 1000,
      foundMinor: 900,
      currency: "GBP",
    });
  });

  it("a trial order the store refuses although each setting is right", async () => {
    const harness = openHealthHarness();
    answerTrial(harness, { refused: { code: "carrier_zone", facts: { country: "GB" } } });
    const findings = await harness.examine();
    expectTroubles(findings, ["orders.trial fail"]);
  });

  it("names every permission that is missing, of those that the module does not make up for", async () => {
    const { store, examine } = openHealthHarness();
    const { orders: _orders, ...rest } = NEEDED_PERMISSIONS;
    store.createWebserviceKey(KEY, { ...rest, orders: ["GET"] } as Parameters<
      typeof store.createWebserviceKey
    >[1]);
    const missing = async () =>
      (await examine()).find(({ check }) => check === "store.permissions")?.facts;
    expect(await missing()).toEqual({ missing: ["orders: PATCH"] });
    store.uninstallModule();
    expect(await missing()).toEqual({ missing: ["orders: POST", "orders: PATCH"] });
  });
});
