// Fills an empty store with the demo catalogue, in pounds for GB or in euros for FR.
import type { Row } from "../data/row";
import { putSetting, type Store } from "../store";
import * as categories from "./categories";
import * as orders from "./orders";
import * as products from "./products";
import * as settings from "./settings";
import * as stock from "./stock";
import * as taxes from "./taxes";
import * as variants from "./variants";

export type DemoCountry = "GB" | "FR";

const tables: Record<string, Row[]> = {
  configurations: settings.configurations,
  languages: settings.languages,
  currencies: settings.currencies,
  shops: settings.shops,
  shop_groups: settings.shopGroups,
  shop_urls: settings.shopUrls,
  carriers: settings.carriers,
  deliveries: settings.deliveries,
  order_states: settings.orderStates,
  taxes: taxes.taxes,
  tax_rule_groups: taxes.taxRuleGroups,
  tax_rules: taxes.taxRules,
  countries: taxes.countries,
  states: taxes.states,
  zones: taxes.zones,
  groups: orders.groups,
  categories: categories.categories,
  manufacturers: categories.manufacturers,
  suppliers: categories.suppliers,
  product_options: variants.productOptions,
  product_option_values: variants.productOptionValues,
  product_features: variants.productFeatures,
  product_feature_values: variants.productFeatureValues,
  products: products.products,
  combinations: variants.combinations,
  stock_availables: stock.stockAvailables,
  specific_prices: stock.specificPrices,
  customers: orders.customers,
  addresses: orders.addresses,
  carts: orders.carts,
  orders: orders.orders,
  order_details: orders.orderDetails,
  order_carriers: orders.orderCarriers,
  order_histories: orders.orderHistories,
};

const OTHER_SETTINGS = {
  PS_WEBSERVICE: "1",
  PS_SHOP_ENABLE: "1",
  PS_SHOP_DEFAULT: "1",
  PS_CARRIER_DEFAULT: "1",
  PS_UNIDENTIFIED_GROUP: "1",
  PS_GUEST_GROUP: "2",
  PS_CUSTOMER_GROUP: "3",
  PS_USE_ECOTAX: "0",
  PS_GROUP_FEATURE_ACTIVE: "1",
  PS_OS_PAYMENT: "2",
  PS_OS_PREPARATION: "3",
  PS_OS_OUTOFSTOCK_PAID: "9",
  PS_OS_OUTOFSTOCK_UNPAID: "12",
  PS_ENABLE_BACKORDER_STATUS: "0",
  PS_REWRITING_SETTINGS: "1",
};

/** Stores rows as they are, without any rule or hook. */
export function putRows(store: Store, resource: string, rows: readonly Row[]): void {
  for (const { id, values, links } of rows)
    store.tables.insert(resource, values, links ? { id, links } : { id });
}

/** A French store: euros, Paris time, the standard rate for all and a reduced one at 5.5 %. */
function makeFrench(store: Store): void {
  const { tables } = store;
  const euro = {
    names: "Euro",
    name: "Euro",
    symbol: "€",
    iso_code: "EUR",
    numeric_iso_code: "978",
  };
  const pound = tables.get("currencies", "1");
  if (pound) tables.update("currencies", { ...pound, values: { ...pound.values, ...euro } });
  putSetting(store, "PS_COUNTRY_DEFAULT", "8");
  putSetting(store, "PS_TIMEZONE", "Europe/Paris");
  const group = tables.insert("tax_rule_groups", { name: "FR Taux réduit (5.5%)", active: "1" });
  const tax = tables.insert("taxes", { name: "TVA FR 5.5%", rate: "5.500", active: "1" });
  tables.insert("tax_rules", {
    id_tax_rules_group: group.id,
    id_country: "8",
    id_tax: tax.id,
  });
}

/** Loads the demo store; ids continue after the highest of each table. */
export function loadDemo(store: Store, country: DemoCountry): void {
  for (const [resource, rows] of Object.entries(tables)) putRows(store, resource, rows);
  for (const [name, value] of Object.entries(OTHER_SETTINGS)) putSetting(store, name, value);
  putSetting(store, "PS_VERSION_DB", store.flavour);
  putSetting(store, "PS_SSL_ENABLED", store.baseUrl.startsWith("https:") ? "1" : "0");
  const { host, pathname } = new URL(store.baseUrl);
  const url = store.tables.get("shop_urls", "1");
  const place = { domain: host, domain_ssl: host, physical_uri: `${pathname.replace(/\/$/, "")}/` };
  if (url) store.tables.update("shop_urls", { ...url, values: { ...url.values, ...place } });
  if (country === "FR") makeFrench(store);
}
