import type { Row } from "../data/row";
import { valueOf } from "../data/tables";
import { setting, type Store } from "../store";
import { productPrice } from "./product-price";

/** `price[name][option]=value` of a query, gathered by its name. */
export interface PriceParameter {
  name: string;
  options: Record<string, string>;
}

const isOff = (value: string | undefined) => value === "0" || value === "false";
const isOn = (value: string | undefined) => value !== undefined && !isOff(value) && value !== "";

function isWithoutDefault(store: Store, product: Row): boolean {
  const variants = store.tables.where("combinations", "id_product", product.id);
  return variants.length > 0 && variants.every((it) => valueOf(it, "default_on") !== "1");
}

/**
 * The value of one `price[name][option]=…` parameter for a product or a combination. By default tax
 * is off and reductions are on; the digits default to the value of PS_PRICE_ROUND_MODE, which is 2.
 */
export function computedPrice(
  store: Store,
  resource: string,
  row: Row,
  { options }: PriceParameter,
): string {
  const isVariant = resource === "combinations";
  const combinationId = isVariant ? row.id : options["product_attribute"];
  // Without a default variant the store joins none, and so no price either (measured on 8.2.1).
  if (combinationId === undefined && isWithoutDefault(store, row)) return (0).toFixed(6);
  const price = productPrice(store, {
    productId: isVariant ? valueOf(row, "id_product") : row.id,
    ...(combinationId === undefined ? {} : { combinationId }),
    withTax: isOn(options["use_tax"]),
    withReduction: !isOff(options["use_reduction"]),
    digits: Number(options["decimals"] ?? setting(store, "PS_PRICE_ROUND_MODE")),
    ...(options["country"] === undefined ? {} : { countryId: options["country"] }),
    // The group of registered customers, not that of visitors.
    groupId: options["group"] ?? setting(store, "PS_CUSTOMER_GROUP"),
    withGroupShare: false,
    ...(options["currency"] === undefined ? {} : { currencyId: options["currency"] }),
    withEcotax: !isOff(options["use_ecotax"]),
    quantity: Number(options["quantity"] ?? "1"),
  });
  return price.toFixed(6);
}
