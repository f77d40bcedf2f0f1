/** What Weft cannot do without: verbs of a webservice key by resource. */
export const NEEDED_PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  addresses: ["GET", "POST"],
  carriers: ["GET"],
  cart_rules: ["GET", "POST"],
  carts: ["GET", "POST"],
  categories: ["GET"],
  combinations: ["GET"],
  configurations: ["GET"],
  countries: ["GET"],
  currencies: ["GET"],
  customers: ["GET", "POST"],
  groups: ["GET"],
  order_carriers: ["GET", "POST", "PATCH"],
  order_cart_rules: ["GET", "POST"],
  order_histories: ["GET", "POST"],
  order_invoices: ["GET", "PATCH"],
  order_states: ["GET"],
  orders: ["GET", "POST", "PATCH"],
  product_feature_values: ["GET"],
  product_features: ["GET"],
  product_option_values: ["GET"],
  product_options: ["GET"],
  products: ["GET"],
  specific_prices: ["GET", "POST"],
  states: ["GET"],
  stock_availables: ["GET"],
};

/** What a store works without, and nothing else tells: without it less is seen. */
export const SEEING_PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  order_slip: ["GET"],
};

/**
 * Every box a merchant ticks for a new key. Beside what is needed: what tells the shop of several,
 * its languages, what was given back for an order, and which carriers have prices for a zone. A key made
 * for a version before 0.3 lacks these, which stops nothing.
 */
export const OFFERED_PERMISSIONS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({
    ...NEEDED_PERMISSIONS,
    ...SEEING_PERMISSIONS,
    deliveries: ["GET"],
    languages: ["GET"],
    shop_groups: ["GET"],
    shop_urls: ["GET"],
    shops: ["GET"],
  }).toSorted(([a], [b]) => (a < b ? -1 : 1)),
);
