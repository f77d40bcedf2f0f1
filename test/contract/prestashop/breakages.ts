/** PrestaShops with one thing wrong each, and what the health check has to say of it: the store itself. */
import type { Breakage as StoreBreakage } from "../../../simulator/prestashop/break-store";
import type { Grants } from "../../../simulator/prestashop/module/state";
import {
  NEEDED_PERMISSIONS,
  SEEING_PERMISSIONS,
} from "../../../src/domain/connections/store-permissions";
import { KEY, type Breakage, type HealthHarness } from "./health-harness";
import { CONNECTIVITY_CHECKS } from "./connectivity-breakages";

const MINUTE_MS = 60_000;
const EURO = { country: "GB", currency: "EUR", isTaxIncluded: true };

const euros =
  (active: string) =>
  ({ store }: HealthHarness) =>
    store.restore("currencies", [
      { id: "2", values: { iso_code: "EUR", active, conversion_rate: "1.15" } },
    ]);
const row = (resource: string, id: string, values: Record<string, string>): StoreBreakage => ({
  rows: [{ resource, id, values }],
});
const setting = (name: string, value: string): StoreBreakage => ({ settings: { [name]: value } });

const STORE: readonly Breakage[] = [
  {
    title: "a time zone that does not exist",
    expected: "store.time_zone fail",
    spoil: ({ store }) => store.setTimezone("Europe/Atlantis"),
  },
  {
    title: "a language that is switched off",
    expected: "store.language fail",
    broken: row("languages", "1", { active: "0" }),
  },
  {
    title: "several shops in one, and nobody who tells which of them is meant",
    expected: "store.multishop warn",
    broken: {
      secondShop: "Outlet",
      keys: { [KEY]: { permissions: { ...NEEDED_PERMISSIONS, ...SEEING_PERMISSIONS } as Grants } },
      module: { version: "0.2.1" },
    },
  },
  {
    title: "a store closed for maintenance",
    expected: "store.open warn",
    broken: setting("PS_SHOP_ENABLE", "0"),
  },
  {
    title: "no product on sale",
    expected: "store.catalogue warn",
    spoil: ({ store }) => {
      for (const { id } of store.products()) store.edit("products", id, { active: "0" });
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
    title: "a country the store does not know",
    expected: "orders.country fail",
    asked: { market: { country: "XK", currency: "GBP", isTaxIncluded: true } },
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
    title: "carriers of which none delivers",
    expected: "orders.carrier fail",
    spoil: ({ store }) => {
      store.edit("carriers", "2", { name: "Point relais" });
      store.edit("carriers", "3", { active: "0" });
      store.edit("carriers", "4", { active: "0" });
    },
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
    spoil: ({ store }) => {
      for (const rule of store.store.tables.where("tax_rules", "id_country", "17"))
        store.edit("tax_rules", rule.id, { id_country: "1" });
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
    asked: { orderStateId: "99" },
  },
  {
    title: "a chosen state that does not count as paid any more",
    expected: "orders.chosen_state fail",
    broken: row("order_states", "3", { paid: "0" }),
    asked: { orderStateId: "3" },
  },
  {
    title: "a chosen state in which every order counts as shipped",
    expected: "orders.chosen_state warn",
    broken: row("order_states", "3", { shipped: "1" }),
    asked: { orderStateId: "3" },
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
    spoil: ({ store }) =>
      store.configureModule({ webhookUrl: "https://x.example/", secret: "y".repeat(32) }),
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
    title: "tables of orders without transactions",
    expected: "store.transactions warn",
    broken: { plainTables: ["orders", "cart"] },
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

/** Every broken store; each yields its own finding and no other. */
export const BREAKAGES: readonly Breakage[] = [
  ...CONNECTIVITY_CHECKS,
  ...STORE,
  ...ORDERS,
  ...MODULE,
];
