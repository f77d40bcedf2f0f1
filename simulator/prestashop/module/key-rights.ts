// The rights of the key that the module makes, in the methods of the store's version.
import { methodsOf } from "../api/keys";
import type { Store } from "../store";
import { knows03, type Grants } from "./state";

/** The most a key of the module may allow, whatever the pairing asks for. */
const MOST: Grants = {
  addresses: ["GET", "POST"],
  carriers: ["GET"],
  categories: ["GET"],
  combinations: ["GET"],
  configurations: ["GET"],
  countries: ["GET"],
  currencies: ["GET"],
  deliveries: ["GET"],
  groups: ["GET"],
  languages: ["GET"],
  order_carriers: ["GET", "PATCH", "PUT"],
  order_histories: ["GET", "POST"],
  order_invoices: ["GET"],
  order_slip: ["GET"],
  order_states: ["GET"],
  orders: ["GET", "PATCH", "PUT"],
  product_feature_values: ["GET"],
  product_features: ["GET"],
  product_option_values: ["GET"],
  product_options: ["GET"],
  products: ["GET"],
  shop_groups: ["GET"],
  shop_urls: ["GET"],
  shops: ["GET"],
  specific_prices: ["GET"],
  states: ["GET"],
  stock_availables: ["GET"],
};

/** The rights that the pairing asks for; a store without PATCH gets PUT instead. */
export function keyRights(store: Store, permissions: Grants): Grants {
  const known = methodsOf(store);
  const rights: Grants = {};
  for (const [resource, asked] of Object.entries(permissions)) {
    // Modules before 0.3 had no bound.
    const methods = knows03(store) ? asked.filter((it) => MOST[resource]?.includes(it)) : asked;
    if (methods.length > 0)
      rights[resource] = [...new Set(methods.map((it) => (known.includes(it) ? it : "PUT")))];
  }
  return rights;
}
