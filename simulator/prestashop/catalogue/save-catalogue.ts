// The effects of saving or deleting a product, variant, stock row or discount besides storage.
import type { Row } from "../data/row";
import { valueOf } from "../data/tables";
import type { Store } from "../store";
import { ApiFailure } from "../failure";
import { stamp, storeDraft, type Draft } from "../draft";
import { ensureStockRow, removeStock, rowFor, saveQuantity } from "./stock";

const savedProduct = (store: Store, id: string) => store.notify({ type: "product.saved", id });

/** The place of a product in its category counts from 1. */
function refusePosition({ sent }: Draft): void {
  const position = sent.fields["position_in_category"];
  if (typeof position !== "string" || position === "" || Number(position) > 0) return;
  throw new ApiFailure(500, 134, "You cannot set 0 or a negative position, the minimum is 1.");
}

export function saveProduct(store: Store, draft: Draft): Row {
  refusePosition(draft);
  if (draft.method !== "PATCH") draft.values["id_shop_default"] = "1";
  stamp(store, draft);
  const home = draft.values["id_category_default"];
  if (draft.method === "POST" && typeof home === "string" && home !== "0")
    draft.links["categories"] ??= [{ id: home }];
  const row = storeDraft(store, draft);
  ensureStockRow(store, row.id);
  savedProduct(store, row.id);
  return row;
}

export function deleteProduct(store: Store, row: Row): void {
  for (const variant of store.tables.where("combinations", "id_product", row.id))
    store.tables.remove("combinations", variant.id);
  for (const price of store.tables.where("specific_prices", "id_product", row.id))
    store.tables.remove("specific_prices", price.id);
  removeStock(store, row.id);
  store.tables.remove("products", row.id);
  store.notify({ type: "product.deleted", id: row.id });
}

function clearOtherDefaults(store: Store, row: Row): void {
  if (valueOf(row, "default_on") !== "1") return;
  for (const other of store.tables.where("combinations", "id_product", valueOf(row, "id_product")))
    if (other.id !== row.id && valueOf(other, "default_on") === "1")
      store.tables.update("combinations", {
        ...other,
        values: { ...other.values, default_on: "" },
      });
}

export function saveCombination(store: Store, draft: Draft): Row {
  const row = storeDraft(store, draft);
  const productId = valueOf(row, "id_product");
  clearOtherDefaults(store, row);
  ensureStockRow(store, productId, row.id);
  savedProduct(store, productId);
  return row;
}

/** Takes its stock, its discounts and its rows in carts along; orders keep its id. */
export function deleteCombination(store: Store, row: Row): void {
  const productId = valueOf(row, "id_product");
  store.tables.remove("combinations", row.id);
  removeStock(store, productId, row.id);
  for (const price of store.tables.where("specific_prices", "id_product_attribute", row.id))
    store.tables.remove("specific_prices", price.id);
  for (const cart of store.tables.all("carts")) {
    const rows = cart.links?.["cart_rows"] ?? [];
    const kept = rows.filter((one) => one["id_product_attribute"] !== row.id);
    if (kept.length < rows.length)
      store.tables.update("carts", { ...cart, links: { ...cart.links, cart_rows: kept } });
  }
  savedProduct(store, productId);
}

/** Deletes a combination and makes it anew, as an import of a file does; answers the new row. */
export function remakeCombination(store: Store, row: Row, values: Row["values"]): Row {
  const productId = valueOf(row, "id_product");
  const quantity = valueOf(rowFor(store, productId, row.id), "quantity");
  deleteCombination(store, row);
  const made = store.tables.insert(
    "combinations",
    { ...row.values, ...values },
    row.links ? { links: row.links } : {},
  );
  saveQuantity(store, ensureStockRow(store, productId, made.id), Number(quantity));
  savedProduct(store, productId);
  return made;
}

export function saveStock(store: Store, draft: Draft): Row {
  const row = storeDraft(store, draft);
  return saveQuantity(store, row, Number(valueOf(row, "quantity")));
}

/** The columns of the table's unique key: a second row with the same ones cannot be stored. */
const PRICE_KEY = [
  "id_product_attribute",
  "id_customer",
  "id_cart",
  "id_shop",
  "id_shop_group",
  "id_currency",
  "id_country",
  "id_group",
  "from_quantity",
  "from",
  "to",
];

function refuseSecondPrice(store: Store, { values, previous }: Draft): void {
  const isSame = (row: Row) =>
    row.id !== previous?.id &&
    PRICE_KEY.every((column) => (row.values[column] ?? "0") === (values[column] ?? "0"));
  const others = store.tables.where("specific_prices", "id_product", String(values["id_product"]));
  if (others.some(isSame)) throw new ApiFailure(500, 46, "Unable to save resource");
}

export function saveSpecificPrice(store: Store, draft: Draft): Row {
  refuseSecondPrice(store, draft);
  const row = storeDraft(store, draft);
  if ((valueOf(row, "id_cart") || "0") === "0") savedProduct(store, valueOf(row, "id_product"));
  return row;
}

export function deleteSpecificPrice(store: Store, row: Row): void {
  store.tables.remove("specific_prices", row.id);
  if ((valueOf(row, "id_cart") || "0") === "0") savedProduct(store, valueOf(row, "id_product"));
}
