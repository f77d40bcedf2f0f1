// What buyers would pay now for the variants of products, by the store's own arithmetic.
import { valueOf } from "../../data/tables";
import { productPrice } from "../../prices/product-price";
import { setting, type Store } from "../../store";
import type { With } from "../bodies";
import { minorUnits } from "../minor-units";
import { Refusal } from "../refusal";

const MOST_PRODUCTS = 300;

/** Without a group for registered customers, without a currency in the store's own. */
export function prices(store: Store, { products, group, currencyId: asked }: With<"prices">) {
  if (products.length > MOST_PRODUCTS)
    throw new Refusal("products_too_many", { most: MOST_PRODUCTS });
  const currencyId = asked ?? setting(store, "PS_CURRENCY_DEFAULT");
  const row = store.tables.get("currencies", currencyId);
  if (!row || valueOf(row, "deleted") === "1" || valueOf(row, "active") !== "1")
    throw new Refusal("currency_missing", { currency: currencyId });
  const groupId = group ?? setting(store, "PS_CUSTOMER_GROUP");
  const factor = minorUnits(store, currencyId);
  const digits = Math.round(Math.log10(factor));
  const minorOf = (productId: string, combinationId: string, withReduction: boolean) =>
    Math.round(
      productPrice(store, {
        productId,
        combinationId,
        withTax: true,
        withReduction,
        digits,
        groupId,
        currencyId,
      }) * factor,
    );
  const sold = [...new Set(products)].filter((id) => store.tables.get("products", id));
  const rows = sold.flatMap((product) => {
    const combinations = store.tables.where("combinations", "id_product", product);
    const variants = combinations.length === 0 ? ["0"] : combinations.map((it) => it.id);
    return variants.map((variant) => {
      const price = minorOf(product, variant, true);
      return [product, variant, price, Math.max(price, minorOf(product, variant, false))];
    });
  });
  const currency = valueOf(row, "iso_code");
  return { currency, rows, left: [] };
}
