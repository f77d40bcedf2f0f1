import type { StockLevel } from "../../domain/catalogue/source-product";
import { chunks } from "./chunks";
import { count, text, type Row } from "./json";
import { listAll, ROWS_PER_REQUEST } from "./list-all";
import type { StoreClient } from "./request";

/** Always with the shop of each row: rows of several show a store that became one of several. */
export const STOCK_FIELDS = "[id,id_product,id_product_attribute,quantity,id_shop,id_shop_group]";

/** Picks the rows that count the units of our shop. */
export type PickStock = (rows: readonly Row[]) => Promise<readonly Row[]>;

/**
 * Stock of the given products, or of everything, in the shop of several that is ours: one request
 * per 100 products or 2,000 rows.
 */
export async function readStock(
  client: StoreClient,
  pick: PickStock,
  productIds?: readonly string[],
): Promise<readonly StockLevel[]> {
  const display = STOCK_FIELDS;
  const rows = productIds
    ? await readSome(client, display, productIds)
    : await listAll(client, "stock_availables", { display }, ROWS_PER_REQUEST.stock);
  return toStockLevels(await pick(rows));
}

async function readSome(
  client: StoreClient,
  display: string,
  ids: readonly string[],
): Promise<readonly Row[]> {
  const reads = chunks(ids).map((part) => {
    const query = { display, "filter[id_product]": `[${part.join("|")}]` };
    return listAll(client, "stock_availables", query, ROWS_PER_REQUEST.stock);
  });
  return (await Promise.all(reads)).flat();
}

/** Row "0" of a product with combinations is their sum, not stock of its own: it is left out. */
export function toStockLevels(rows: readonly Row[]): readonly StockLevel[] {
  const isVariant = (row: Row) => !["", "0"].includes(text(row, "id_product_attribute"));
  const varied = new Set(rows.filter(isVariant).map((row) => text(row, "id_product")));
  return rows
    .filter((row) => text(row, "id_product") !== "" && text(row, "id_product_attribute") !== "")
    .filter((row) => isVariant(row) || !varied.has(text(row, "id_product")))
    .map((row) => ({
      productId: text(row, "id_product"),
      variantId: text(row, "id_product_attribute"),
      quantity: count(row, "quantity"),
    }));
}
