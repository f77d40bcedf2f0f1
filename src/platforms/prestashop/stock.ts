import type { StockLevel } from "../../domain/catalogue/source-product";
import { chunks } from "./chunks";
import { count, text, type Row } from "./json";
import type { StoreClient } from "./request";
import { stockOf } from "./store-shop";

/** About 800 KB of JSON, answered in well under a second. */
const ROWS_PER_REQUEST = 10_000;
const FIELDS = "id,id_product,id_product_attribute,quantity";

/** The fields to ask for; which shop a row counts for matters in an installation of several. */
export function stockDisplay(shop: StockShop): string {
  return shop ? `[${FIELDS},id_shop,id_shop_group]` : `[${FIELDS}]`;
}

type StockShop = Parameters<typeof stockOf>[1];

/**
 * Stock of the given products, or of everything, in the shop of several that is ours: one request
 * per 100 products or 10,000 rows.
 */
export async function readStock(
  client: StoreClient,
  shop: StockShop,
  productIds?: readonly string[],
): Promise<readonly StockLevel[]> {
  const display = stockDisplay(shop);
  const rows = productIds
    ? await readSome(client, display, productIds)
    : await readAll(client, display);
  return toStockLevels(stockOf(rows, shop));
}

async function readSome(
  client: StoreClient,
  display: string,
  ids: readonly string[],
): Promise<readonly Row[]> {
  const reads = chunks(ids).map((part) =>
    client.list("stock_availables", {
      display,
      "filter[id_product]": `[${part.join("|")}]`,
      sort: "[id_ASC]",
    }),
  );
  return (await Promise.all(reads)).flat();
}

async function readAll(client: StoreClient, display: string): Promise<readonly Row[]> {
  const all: Row[] = [];
  for (;;) {
    const last = all.at(-1);
    const rows = await client.list("stock_availables", {
      display,
      sort: "[id_ASC]",
      limit: ROWS_PER_REQUEST,
      ...(last ? { "filter[id]": `>[${text(last, "id")}]` } : {}),
    });
    all.push(...rows);
    if (rows.length < ROWS_PER_REQUEST) return all;
  }
}

/** Row "0" of a product with combinations is their sum, not stock of its own: it is left out. */
export function toStockLevels(rows: readonly Row[]): readonly StockLevel[] {
  const isVariant = (row: Row) => text(row, "id_product_attribute") !== "0";
  const varied = new Set(rows.filter(isVariant).map((row) => text(row, "id_product")));
  return rows
    .filter((row) => isVariant(row) || !varied.has(text(row, "id_product")))
    .map((row) => ({
      productId: text(row, "id_product"),
      variantId: text(row, "id_product_attribute"),
      quantity: count(row, "quantity"),
    }));
}
