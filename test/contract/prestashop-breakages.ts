/** PrestaShops with one thing wrong each, and what the health check has to say of it. */
import type { SourceExamination } from "../../src/platforms/source";
import { NEEDED_PERMISSIONS } from "../../src/platforms/prestashop/access";
import { installation, putInstallation } from "../../simulator/prestashop/module/state";
import { setPaymentModules } from "../../simulator/prestashop/orders/payment-modules";
import { KEY, type DoctorShop, type Fetch } from "./prestashop-doctor-shop";

const HTML = { "content-type": "text/html" };
const MINUTE_MS = 60_000;

/** A host that answers by itself where the pattern fits the path. */
const answers =
  (path: RegExp, reply: () => Response) =>
  (inner: Fetch): Fetch =>
  async (request) =>
    path.test(new URL(request.url).pathname) ? reply() : inner(request);

/** A host whose PHP prints into every answer of the webservice. */
const noisy =
  (text: string) =>
  (inner: Fetch): Fetch =>
  async (request) => {
    const answer = await inner(request);
    if (!request.url.includes("output_format=JSON")) return answer;
    return new Response(text + (await answer.text()), {
      status: answer.status,
      headers: answer.headers,
    });
  };

export interface Breakage {
  /** What is broken, in a merchant's words. */
  title: string;
  expected: string;
  spoil(shop: DoctorShop): void;
  asked?: Partial<SourceExamination>;
  key?: string;
}

const DOOR: readonly Breakage[] = [
  {
    title: "a host that does not answer",
    expected: "store.reachable fail",
    spoil: ({ host }) => {
      host.through = () => () => Promise.reject(new TypeError("no route to host"));
    },
  },
  {
    title: "a shop in front of a server error",
    expected: "store.reachable fail",
    spoil: ({ host }) => {
      host.through = answers(/./, () => new Response("Bad gateway", { status: 502 }));
    },
  },
  {
    title: "a certificate that has run out",
    expected: "store.tls fail",
    spoil: ({ host }) => {
      host.through = answers(/./, () => new Response("Invalid SSL certificate", { status: 526 }));
    },
  },
  {
    title: "a firewall that turns Weft away",
    expected: "store.firewall fail",
    spoil: ({ host }) => {
      host.through = answers(/./, () => new Response("Forbidden", { status: 403, headers: HTML }));
    },
  },
  {
    title: "an address that leads to another one",
    expected: "store.address fail",
    spoil: ({ host }) => {
      const headers = { location: "https://www.shop.example/" };
      host.through = answers(/./, () => new Response(null, { status: 302, headers }));
    },
  },
  {
    title: "a webservice that is switched off",
    expected: "store.webservice fail",
    spoil: ({ shop }) => shop.setWebserviceEnabled(false),
  },
  {
    title: "a key of the wrong length",
    expected: "store.key_format fail",
    spoil: () => {},
    key: "TOO-SHORT",
  },
  {
    title: "a key that was deleted",
    expected: "store.key fail",
    spoil: ({ shop }) => shop.removeWebserviceKey(KEY),
  },
  {
    title: "a key without two of the permissions",
    expected: "store.permissions fail",
    spoil: ({ shop }) => {
      const { orders: _orders, carriers: _carriers, ...rest } = NEEDED_PERMISSIONS;
      shop.createWebserviceKey(KEY, { ...rest, orders: ["GET"] } as Parameters<
        typeof shop.createWebserviceKey
      >[1]);
    },
  },
  {
    title: "one list that comes as a page of HTML",
    expected: "store.answers fail",
    spoil: ({ host }) => {
      host.through = answers(
        /order_states/,
        () => new Response("<!doctype html><p>Fatal error", { headers: HTML }),
      );
    },
  },
  {
    title: "PHP notices before every answer",
    expected: "store.clean_answers warn",
    spoil: ({ host }) => {
      host.through = noisy("<br />\n<b>Notice</b>: Undefined index in module.php on line 7\n");
    },
  },
  {
    title: "no URL rewriting",
    expected: "store.rewriting warn",
    spoil: ({ host }) => {
      host.through = answers(
        /\/api\//,
        () => new Response("Not found", { status: 404, headers: HTML }),
      );
    },
  },
  {
    title: "a host that drops the Authorization header",
    expected: "store.key_header warn",
    spoil: ({ host }) => {
      host.through = (inner) => (request) => {
        const bare = new Request(request);
        bare.headers.delete("authorization");
        return inner(bare);
      };
    },
  },
  {
    title: "a host that takes three seconds for everything",
    expected: "store.speed warn",
    spoil: ({ host, time }) => {
      host.through = (inner) => async (request) => {
        const answer = await inner(request);
        time.ourMs += 3_000;
        return answer;
      };
    },
  },
  {
    title: "a clock four minutes behind",
    expected: "store.clock warn",
    spoil: ({ time }) => {
      time.ourMs = 4 * MINUTE_MS;
    },
  },
  {
    title: "a clock so far off that no signature is good",
    expected: "store.clock warn",
    spoil: ({ time }) => {
      time.ourMs = -20 * MINUTE_MS;
    },
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
    spoil: ({ change }) => change("languages", "1", { active: "0" }),
  },
  {
    title: "several shops in one",
    expected: "store.multishop warn",
    spoil: ({ shop }) => shop.setSetting("PS_MULTISHOP_FEATURE_ACTIVE", "1"),
  },
  {
    title: "a shop closed for maintenance",
    expected: "store.open warn",
    spoil: ({ shop }) => shop.setMaintenance(true),
  },
  {
    title: "no product on sale",
    expected: "store.catalogue warn",
    spoil: ({ shop, change }) => {
      for (const { id } of shop.products()) change("products", id, { active: "0" });
    },
  },
  {
    title: "stock that is not counted",
    expected: "store.stock_management fail",
    spoil: ({ shop }) => shop.setSetting("PS_STOCK_MANAGEMENT", "0"),
  },
];

const EURO = { currency: "EUR", country: "GB" };

const ORDERS: readonly Breakage[] = [
  {
    title: "no currency of the market",
    expected: "orders.currency fail",
    spoil: () => {},
    asked: { market: EURO },
  },
  {
    title: "a currency of the market that is switched off",
    expected: "orders.currency fail",
    spoil: ({ shop }) =>
      shop.restore("currencies", [
        { id: "2", values: { iso_code: "EUR", active: "0", conversion_rate: "1.15" } },
      ]),
    asked: { market: EURO },
  },
  {
    title: "prices in another currency than the market's",
    expected: "store.price_currency fail",
    spoil: ({ shop }) =>
      shop.restore("currencies", [
        { id: "2", values: { iso_code: "EUR", active: "1", conversion_rate: "1.15" } },
      ]),
    asked: { market: EURO },
  },
  {
    title: "a country the shop does not know",
    expected: "orders.country fail",
    spoil: () => {},
    asked: { market: { country: "JP", currency: "GBP" } },
  },
  {
    title: "a country that is switched off",
    expected: "orders.country fail",
    spoil: ({ change }) => change("countries", "17", { active: "0" }),
  },
  {
    title: "a zone that is switched off",
    expected: "orders.zone fail",
    spoil: ({ change }) => change("zones", "7", { active: "0" }),
  },
  {
    title: "no carrier that serves the country",
    expected: "orders.carrier fail",
    spoil: ({ shop }) => {
      for (const id of ["1", "2", "3", "4"]) shop.setCarrierZones(id, ["3"]);
    },
  },
  {
    title: "a chosen carrier that is gone",
    expected: "orders.chosen_carrier fail",
    spoil: () => {},
    asked: { carrierReference: "77" },
  },
  {
    title: "a chosen carrier that does not serve the country",
    expected: "orders.chosen_carrier fail",
    spoil: ({ shop }) => shop.setCarrierZones("2", ["1"]),
    asked: { carrierReference: "2" },
  },
  {
    title: "taxes that are switched off",
    expected: "orders.tax warn",
    spoil: ({ shop }) => shop.setSetting("PS_TAX", "0"),
  },
  {
    title: "no tax rule for the country",
    expected: "orders.tax warn",
    spoil: ({ change }) => {
      for (const id of ["29", "30", "31"]) change("tax_rules", id, { id_country: "1" });
    },
  },
  {
    title: "no payment module",
    expected: "orders.payment_module fail",
    spoil: ({ shop }) => setPaymentModules(shop.shop, []),
  },
  {
    title: "a paid state that does not count as paid",
    expected: "orders.paid_state fail",
    spoil: ({ change }) => change("order_states", "11", { paid: "0" }),
  },
  {
    title: "a chosen state that is gone",
    expected: "orders.chosen_state fail",
    spoil: () => {},
    asked: { stateId: "99" },
  },
  {
    title: "a shipped state that does not say so",
    expected: "orders.shipped_state fail",
    spoil: ({ change }) => change("order_states", "4", { shipped: "0" }),
  },
  {
    title: "no cancelled state",
    expected: "orders.cancelled_state fail",
    spoil: ({ shop }) => shop.setSetting("PS_OS_CANCELED", "0"),
  },
];

/** What somebody did to the installed module. */
function changeModule({ shop }: DoctorShop, change: { hooks?: string[]; lostTables?: string[] }) {
  const installed = installation(shop.shop);
  if (installed) putInstallation(shop.shop, { ...installed, ...change });
}

const MODULE: readonly Breakage[] = [
  {
    title: "no module",
    expected: "module.present warn",
    spoil: ({ shop }) => shop.uninstallModule(),
  },
  {
    title: "a module of another connection",
    expected: "module.paired warn",
    spoil: ({ shop }) =>
      shop.configureModule({ webhookUrl: "https://x.example/", secret: "y".repeat(32) }),
  },
  {
    title: "an old module",
    expected: "module.version warn",
    spoil: () => {},
    asked: { moduleVersion: "9.10.0" },
  },
  {
    title: "a lost table",
    expected: "module.tables warn",
    spoil: (shop) => changeModule(shop, { lostTables: ["weft_outbox"] }),
  },
  {
    title: "lost hooks",
    expected: "module.hooks warn",
    spoil: (shop) => changeModule(shop, { hooks: ["actionProductSave"] }),
  },
  {
    title: "events that do not get through",
    expected: "module.round_trip warn",
    spoil: ({ weft }) => {
      weft.status = 404;
    },
  },
];

/** Every broken shop; each yields its own finding and no other. */
export const BREAKAGES: readonly Breakage[] = [...DOOR, ...SHOP, ...ORDERS, ...MODULE];
