import type { StockLevel } from "../../domain/catalogue/source-product";
import { chunks } from "./chunks";
import { count, text, type Row } from "./json";
import { eachPart, listAll, ROWS_PER_REQUEST } from "./list-all";
import type { StoreClient } from "./request";
import { shopOfRow } from "./store-shop";

/** Always with the shop of each row: rows of several show a store that became one of several. */
export const STOCK_FIELDS = "[id,id_product,id_product_attribute,quantity,id_shop,id_shop_group]";

/** Picks the rows that count the units of our shop, by the shop of each. */
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
  const counts = new StockCounts(pick);
  if (productIds) await counts.add(await readSome(client, display, productIds));
  else {
    const rowsPerRequest = ROWS_PER_REQUEST.stock;
    const take = (rows: readonly Row[]) => counts.add(rows);
    await eachPart(client, "stock_availables", { display }, { rowsPerRequest, take });
  }
  return counts.levels();
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

interface ShopCounts {
  variants: StockLevel[];
  /** Of rows that stand for whole products. */
  products: StockLevel[];
  /** Products that have variants. */
  varied: Set<string>;
}

/**
 * Counts of a store as its rows come in, of which none is kept as it came: those of a large store would fill
 * the memory of an isolate. Row "0" of a product with combinations is their sum, not stock of its own: it is left
 * out. Rows that differ in no field that tells shops apart are picked or left out together.
 */
class StockCounts {
  readonly #pick: PickStock;
  /** The first row of each shop that was met, and the counts of those that are picked. */
  readonly #first = new Map<string, Row>();
  readonly #counts = new Map<string, ShopCounts>();

  constructor(pick: PickStock) {
    this.#pick = pick;
  }

  async add(rows: readonly Row[]): Promise<void> {
    for (const row of rows) {
      const shop = shopOfRow(row);
      if (!this.#first.has(shop)) await this.#meet(shop, row);
      const counts = this.#counts.get(shop);
      if (counts) addCount(counts, row);
    }
  }

  levels(): readonly StockLevel[] {
    const all = [...this.#counts.values()];
    const isVaried = ({ productId }: StockLevel) => all.some(({ varied }) => varied.has(productId));
    return all.flatMap(({ variants, products }) => [
      ...variants,
      ...products.filter((level) => !isVaried(level)),
    ]);
  }

  /** Another shop may show that what was met so far is not ours. */
  async #meet(shop: string, row: Row): Promise<void> {
    this.#first.set(shop, row);
    const picked = new Set((await this.#pick([...this.#first.values()])).map(shopOfRow));
    if (picked.has(shop)) this.#counts.set(shop, { variants: [], products: [], varied: new Set() });
    for (const known of this.#counts.keys()) if (!picked.has(known)) this.#counts.delete(known);
  }
}

function addCount({ variants, products, varied }: ShopCounts, row: Row): void {
  const productId = text(row, "id_product");
  const variantId = text(row, "id_product_attribute");
  if (productId === "" || variantId === "") return;
  const level = { productId, variantId, quantity: count(row, "quantity") };
  if (variantId === "0") products.push(level);
  else {
    variants.push(level);
    varied.add(productId);
  }
}
