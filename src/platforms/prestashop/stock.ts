import type { StockLevel } from "../../domain/catalogue/source-product";
import { chunks } from "./chunks";
import { count, text, type Row } from "./json";
import { listAll, ROWS_PER_REQUEST } from "./list-all";
import type { StoreClient } from "./request";
import { stockOf } from "./store-shop";

const FIELDS = "id,id_product,id_product_attribute,quantity";

/** The fields to ask for; which shop a row counts for matters in an installation of several. */
export function stockDisplay(shop: StockShop): string {
  return shop ? `[${FIELDS},id_shop,id_shop_group]` : `[${FIELDS}]`;
}

type StockShop = Parameters<typeof stockOf>[1];

/**
 * Stock of the given products, or of everything, in the shop of several that is ours: one request
 * per 100 products or 2,000 rows.
 */
export async function readStock(
  client: StoreClient,
  shop: StockShop,
  productIds?: readonly string[],
): Promise<readonly StockLevel[]> {
  const display = stockDisplay(shop);
  const rows = productIds
    ? await readSome(client, display, productIds)
    : await listAll(client, "stock_availables", { display }, ROWS_PER_REQUEST.stock);
  return toStockLevels(stockOf(rows, shop));
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
