/** PrestaShops with one thing wrong each, and what the health check has to say of it. */
import type { SourceExamination } from "../../src/platforms/source";
import { NEEDED_PERMISSIONS } from "../../src/platforms/prestashop/access";
import type { Permissions } from "../../simulator/prestashop/api/keys";
import type { Breakage as ShopBreakage } from "../../simulator/prestashop/break-shop";
import { KEY, type DoctorShop } from "./prestashop-doctor-shop";

export interface Breakage {
  /** What is broken, in a merchant's words. */
  title: string;
  /** The one finding that says so: "store.key fail". */
  expected: string;
  broken?: ShopBreakage;
  /** What no switch of the shop does. */
  spoil?(shop: DoctorShop): void;
  asked?: Partial<SourceExamination>;
  key?: string;
}

const MINUTE_MS = 60_000;
const EURO = { country: "GB", currency: "EUR" };
const { orders: _orders, carriers: _carriers, ...FEWER } = NEEDED_PERMISSIONS;

const euros = (active: string) => (shop: DoctorShop) =>
  shop.shop.restore("currencies", [
    { id: "2", values: { iso_code: "EUR", active, conversion_rate: "1.15" } },
  ]);
const row = (resource: string, id: string, values: Record<string, string>): ShopBreakage => ({
  rows: [{ resource, id, values }],
});
const setting = (name: string, value: string): ShopBreakage => ({ settings: { [name]: value } });

const DOOR: readonly Breakage[] = [
  {
    title: "a host that does not answer",
    expected: "store.reachable fail",
    broken: { host: { isDown: true } },
  },
  {
    title: "a host with an error of its own",
    expected: "store.reachable fail",
    broken: { host: { blockedWith: { status: 502 } } },
  },
  {
    title: "a certificate that has run out",
    expected: "store.tls fail",
    broken: { host: { blockedWith: { status: 526 } } },
  },
  {
    title: "a firewall that turns Weft away",
    expected: "store.firewall fail",
    broken: { host: { blockedWith: { status: 403 } } },
  },
  {
    title: "a host that finds the requests too many",
    expected: "store.firewall fail",
    broken: { host: { blockedWith: { status: 429, retryAfterSeconds: 60 } } },
  },
  {
    title: "an address that leads to another one",
    expected: "store.address fail",
    broken: { host: { blockedWith: { status: 301 } } },
  },
  {
    title: "a webservice that is switched off",
    expected: "store.webservice fail",
    broken: setting("PS_WEBSERVICE", "0"),
  },
  { title: "a key of the wrong length", expected: "store.key_format fail", key: "TOO-SHORT" },
  {
    title: "a key that was deleted",
    expected: "store.key fail",
    spoil: ({ shop }) => shop.removeWebserviceKey(KEY),
  },
  {
    title: "a key that was switched off",
    expected: "store.key fail",
    broken: { keys: { [KEY]: { active: false } } },
  },
  {
    title: "a key without some of the permissions",
    expected: "store.permissions fail",
    broken: { keys: { [KEY]: { permissions: { ...FEWER, orders: ["GET"] } as Permissions } } },
  },
  {
    title: "a version that is too old",
    expected: "store.version fail",
    broken: { version: "1.6.1.24" },
  },
  {
    title: "one list that comes as a page of HTML",
    expected: "store.answers fail",
    spoil: ({ host }) => {
      const page = "<!doctype html><p>Fatal error";
      const headers = { "content-type": "text/html" };
      host.through = (inner) => async (request) =>
        request.url.includes("order_states") ? new Response(page, { headers }) : inner(request);
    },
  },
  {
    title: "PHP notices before every answer",
    expected: "store.clean_answers warn",
    broken: { host: { noise: "<br />\n<b>Notice</b>: Undefined index in module.php on line 7\n" } },
  },
  {
    title: "no URL rewriting",
    expected: "store.rewriting warn",
    broken: { host: { hasRewriting: false } },
  },
  {
    title: "a host that drops the Authorization header",
    expected: "store.key_header warn",
    broken: { host: { dropsAuthorization: true } },
  },
  {
    title: "a host that takes three seconds for everything",
    expected: "store.speed warn",
    spoil: ({ host, time }) => {
      host.through = (inner) => async (request) => {
        const answer = await inner(request);
        time.everybodyMs += 3_000;
        return answer;
      };
    },
  },
  {
    title: "a clock four minutes behind",
    expected: "store.clock warn",
    broken: { host: { clockSkewMs: -4 * MINUTE_MS } },
  },
  {
    title: "a clock so far off that no signature is good",
    expected: "store.clock warn",
    broken: { host: { clockSkewMs: 20 * MINUTE_MS } },
  },
];

const SHOP: readonly Breakage[] = [
  {
    title: "a time zone that does not exist",
    expected: "store.time_zone fail",
    spoil: ({ shop }) => shop.setTimezone("Europe/Atlantis"),
  },
  {
    title: "a language that is switched off",
    expected: "store.language fail",
    broken: row("languages", "1", { active: "0" }),
  },
  {
    title: "several shops in one",
    expected: "store.multishop warn",
    broken: { secondShop: "Outlet" },
  },
  {
    title: "a shop closed for maintenance",
    expected: "store.open warn",
    broken: setting("PS_SHOP_ENABLE", "0"),
  },
  {
    title: "no product on sale",
    expected: "store.catalogue warn",
    spoil: ({ shop }) => {
      for (const { id } of shop.products()) shop.edit("products", id, { active: "0" });
    },
  },
  {
    title: "stock that is not counted",
    expected: "store.stock_management fail",
    broken: setting("PS_STOCK_MANAGEMENT", "0"),
  },
  {
    title: "prices in another currency than the market's",
    expected: "store.price_currency fail",
    spoil: euros("1"),
    asked: { market: EURO },
  },
];

const ORDERS: readonly Breakage[] = [
  {
    title: "no currency of the market",
    expected: "orders.currency fail",
    asked: { market: EURO },
  },
  {
    title: "a currency of the market that is switched off",
    expected: "orders.currency fail",
    spoil: euros("0"),
    asked: { market: EURO },
  },
  {
    title: "a country the shop does not know",
    expected: "orders.country fail",
    asked: { market: { country: "XK", currency: "GBP" } },
  },
  {
    title: "a country that is switched off",
    expected: "orders.country fail",
    broken: row("countries", "17", { active: "0" }),
  },
  {
    title: "a zone that is switched off",
    expected: "orders.zone fail",
    broken: row("zones", "7", { active: "0" }),
  },
  {
    title: "no carrier that serves the country",
    expected: "orders.carrier fail",
    broken: { carrierZones: { "1": ["3"], "2": ["3"], "3": ["3"], "4": ["3"] } },
  },
  {
    title: "a chosen carrier that is gone",
    expected: "orders.chosen_carrier fail",
    asked: { carrierReference: "77" },
  },
  {
    title: "a chosen carrier that does not serve the country",
    expected: "orders.chosen_carrier fail",
    broken: { carrierZones: { "2": ["1"] } },
    asked: { carrierReference: "2" },
  },
  {
    title: "taxes that are switched off",
    expected: "orders.tax warn",
    broken: setting("PS_TAX", "0"),
  },
  {
    title: "no tax rule for the country",
    expected: "orders.tax warn",
    spoil: ({ shop }) => {
      for (const rule of shop.shop.tables.where("tax_rules", "id_country", "17"))
        shop.edit("tax_rules", rule.id, { id_country: "1" });
    },
  },
  {
    title: "no payment module",
    expected: "orders.payment_module fail",
    broken: { paymentModules: [] },
  },
  {
    title: "a paid state that does not count as paid",
    expected: "orders.paid_state fail",
    broken: row("order_states", "11", { paid: "0" }),
  },
  {
    title: "a chosen state that is gone",
    expected: "orders.chosen_state fail",
    asked: { stateId: "99" },
  },
  {
    title: "a shipped state that does not say so",
    expected: "orders.shipped_state fail",
    broken: row("order_states", "4", { shipped: "0" }),
  },
  {
    title: "no cancelled state",
    expected: "orders.cancelled_state fail",
    broken: setting("PS_OS_CANCELED", "0"),
  },
];

const MODULE: readonly Breakage[] = [
  { title: "no module", expected: "module.present warn", broken: { module: "absent" } },
  {
    title: "a module of another connection",
    expected: "module.paired warn",
    spoil: ({ shop }) =>
      shop.configureModule({ webhookUrl: "https://x.example/", secret: "y".repeat(32) }),
  },
  {
    title: "a module that lost its secret",
    expected: "module.paired warn",
    broken: { module: { isUnpaired: true } },
  },
  {
    title: "an old module",
    expected: "module.version warn",
    broken: { module: { version: "0.1.9" } },
    asked: { moduleVersion: "0.1.10" },
  },
  {
    title: "a lost table of events",
    expected: "module.tables warn",
    broken: { module: { lostTables: ["ps_weft_outbox"] } },
  },
  {
    title: "a lost table of orders",
    expected: "module.tables warn",
    broken: { module: { lostTables: ["ps_weft_order"] } },
  },
  {
    title: "a lost hook",
    expected: "module.hooks warn",
    broken: { module: { missingHooks: ["actionUpdateQuantity"] } },
  },
  {
    title: "events that do not get out",
    expected: "module.round_trip warn",
    broken: { host: { isOutgoingBlocked: true } },
  },
  {
    title: "events that wait for an hour, although others get through",
    expected: "module.outbox warn",
    broken: { module: { stuck: { events: 3, forMs: 60 * MINUTE_MS } } },
  },
];

/** Every broken shop; each yields its own finding and no other. */
export const BREAKAGES: readonly Breakage[] = [...DOOR, ...SHOP, ...ORDERS, ...MODULE];
