// What saving or deleting a product, variant, stock row or discount does beside storing it.
import type { Row } from "../data/row";
import { valueOf } from "../data/tables";
import type { Shop } from "../shop";
import { ApiFailure } from "../failure";
import { stamp, storeDraft, type Draft } from "../draft";
import { ensureStockRow, removeStock, saveQuantity } from "./stock";

const savedProduct = (shop: Shop, id: string) => shop.notify({ type: "product.saved", id });

/** The place of a product in its category counts from 1. */
function refusePosition({ sent }: Draft): void {
  const position = sent.fields["position_in_category"];
  if (typeof position !== "string" || position === "" || Number(position) > 0) return;
  throw new ApiFailure(500, 134, "You cannot set 0 or a negative position, the minimum is 1.");
}

export function saveProduct(shop: Shop, draft: Draft): Row {
  refusePosition(draft);
  if (draft.method !== "PATCH") draft.values["id_shop_default"] = "1";
  stamp(shop, draft);
  const home = draft.values["id_category_default"];
  if (draft.method === "POST" && typeof home === "string" && home !== "0")
    draft.links["categories"] ??= [{ id: home }];
  const row = storeDraft(shop, draft);
  ensureStockRow(shop, row.id);
  savedProduct(shop, row.id);
  return row;
}

export function deleteProduct(shop: Shop, row: Row): void {
  for (const variant of shop.tables.where("combinations", "id_product", row.id))
    shop.tables.remove("combinations", variant.id);
  for (const price of shop.tables.where("specific_prices", "id_product", row.id))
    shop.tables.remove("specific_prices", price.id);
  removeStock(shop, row.id);
  shop.tables.remove("products", row.id);
  shop.notify({ type: "product.deleted", id: row.id });
}

function clearOtherDefaults(shop: Shop, row: Row): void {
  if (valueOf(row, "default_on") !== "1") return;
  for (const other of shop.tables.where("combinations", "id_product", valueOf(row, "id_product")))
    if (other.id !== row.id && valueOf(other, "default_on") === "1")
      shop.tables.update("combinations", {
        ...other,
        values: { ...other.values, default_on: "" },
      });
}

export function saveCombination(shop: Shop, draft: Draft): Row {
  const row = storeDraft(shop, draft);
  const productId = valueOf(row, "id_product");
  clearOtherDefaults(shop, row);
  ensureStockRow(shop, productId, row.id);
  savedProduct(shop, productId);
  return row;
}

export function deleteCombination(shop: Shop, row: Row): void {
  const productId = valueOf(row, "id_product");
  shop.tables.remove("combinations", row.id);
  removeStock(shop, productId, row.id);
  savedProduct(shop, productId);
}

export function saveStock(shop: Shop, draft: Draft): Row {
  const row = storeDraft(shop, draft);
  return saveQuantity(shop, row, Number(valueOf(row, "quantity")));
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

function refuseSecondPrice(shop: Shop, { values, previous }: Draft): void {
  const isSame = (row: Row) =>
    row.id !== previous?.id &&
    PRICE_KEY.every((column) => (row.values[column] ?? "0") === (values[column] ?? "0"));
  const others = shop.tables.where("specific_prices", "id_product", String(values["id_product"]));
  if (others.some(isSame)) throw new ApiFailure(500, 46, "Unable to save resource");
}

export function saveSpecificPrice(shop: Shop, draft: Draft): Row {
  refuseSecondPrice(shop, draft);
  const row = storeDraft(shop, draft);
  if ((valueOf(row, "id_cart") || "0") === "0") savedProduct(shop, valueOf(row, "id_product"));
  return row;
}

export function deleteSpecificPrice(shop: Shop, row: Row): void {
  shop.tables.remove("specific_prices", row.id);
  if ((valueOf(row, "id_cart") || "0") === "0") savedProduct(shop, valueOf(row, "id_product"));
}
