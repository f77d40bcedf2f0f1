// Quantities: one row per product and one per variant; the product's row is the sum of its
// variants' whenever one of those is saved.
import type { Row } from "../data/row";
import { valueOf } from "../data/tables";
import { isStockOfShop, stockShopOf } from "../shops";
import { setting, type Store } from "../store";

export const rowFor = (store: Store, productId: string, combinationId: string): Row | undefined =>
  store.tables
    .where("stock_availables", "id_product", productId)
    .find(
      (row) =>
        isStockOfShop(store, row) &&
        (valueOf(row, "id_product_attribute") || "0") === combinationId,
    );

const isSumRow = (row: Row) => (valueOf(row, "id_product_attribute") || "0") === "0";

/** The rows of buyable goods, of one product or of all: without sums of variants and orphaned rows. */
export function sellableRows(store: Store, productId?: string): Row[] {
  const { tables } = store;
  const rows =
    productId === undefined
      ? tables.all("stock_availables")
      : tables.where("stock_availables", "id_product", productId);
  return rows.filter((row) => {
    const product = valueOf(row, "id_product");
    const variant = tables.get("combinations", valueOf(row, "id_product_attribute"));
    if (!isStockOfShop(store, row) || !tables.get("products", product)) return false;
    return isSumRow(row)
      ? tables.where("combinations", "id_product", product).length === 0
      : valueOf(variant, "id_product") === product;
  });
}

function put(store: Store, row: Row, quantity: number): Row {
  const values = { ...row.values, quantity: String(quantity) };
  return store.tables.update("stock_availables", { ...row, values });
}

function sumUp(store: Store, productId: string): void {
  const rows = store.tables
    .where("stock_availables", "id_product", productId)
    .filter((row) => isStockOfShop(store, row));
  const sum = rows.find(isSumRow);
  const variants = rows.filter((row) => !isSumRow(row));
  if (!sum || variants.length === 0) return;
  put(
    store,
    sum,
    variants.reduce((total, row) => total + Number(valueOf(row, "quantity")), 0),
  );
}

/** The row of a product or variant; a missing one is inserted with quantity 0. */
export function ensureStockRow(store: Store, productId: string, combinationId = "0"): Row {
  const known = rowFor(store, productId, combinationId);
  if (known) return known;
  const row = store.tables.insert("stock_availables", {
    id_product: productId,
    id_product_attribute: combinationId,
    quantity: "0",
    ...stockShopOf(store),
  });
  sumUp(store, productId);
  return row;
}

/** Sets a quantity without any hook, as a script that writes to the database would. */
export function writeQuantity(store: Store, row: Row, quantity: number): Row {
  const saved = put(store, row, quantity);
  if (!isSumRow(row)) sumUp(store, valueOf(row, "id_product"));
  return saved;
}

/** Sets a quantity and fires the stock hook. */
export function saveQuantity(store: Store, row: Row, quantity: number): Row {
  const saved = writeQuantity(store, row, quantity);
  store.notify({ type: "stock.changed", id: valueOf(row, "id_product") });
  return saved;
}

const moveOne = (store: Store, productId: string, combinationId: string, delta: number) => {
  const row = ensureStockRow(store, productId, combinationId);
  saveQuantity(store, row, Number(valueOf(row, "quantity")) + delta);
};

/** What an order of a pack takes: 0 its own number, 1 its parts, 2 both. */
function packTypeOf(store: Store, productId: string): string {
  const own = valueOf(store.tables.get("products", productId), "pack_stock_type") || "3";
  return own === "3" ? setting(store, "PS_PACK_STOCK_TYPE") || "0" : own;
}

/**
 * Moves a quantity by `delta` when an order takes or returns goods: a pack's own, its parts', or
 * both. Never refuses.
 */
export function moveQuantity(
  store: Store,
  productId: string,
  combinationId: string,
  delta: number,
): void {
  if (setting(store, "PS_STOCK_MANAGEMENT") === "0") return;
  const parts = store.tables.get("products", productId)?.links?.["product_bundle"] ?? [];
  const type = parts.length === 0 ? "0" : packTypeOf(store, productId);
  if (type !== "1") moveOne(store, productId, combinationId, delta);
  if (type === "0") return;
  for (const { id = "", id_product_attribute: variant = "0", quantity = "1" } of parts)
    moveOne(store, id, variant, delta * Number(quantity));
}

export function removeStock(store: Store, productId: string, combinationId?: string): void {
  for (const row of store.tables.where("stock_availables", "id_product", productId))
    if (combinationId === undefined || valueOf(row, "id_product_attribute") === combinationId)
      store.tables.remove("stock_availables", row.id);
  if (combinationId !== undefined) sumUp(store, productId);
}
