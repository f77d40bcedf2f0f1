/**
 * Which products come next in another order than the usual one. Indexes hold the orders by state: a tab is
 * walked in its index, and all of them as four tabs whose next products are put in order, so that a page costs
 * as much however large the catalogue. A filter that leads to few rows by an index of its own is sorted instead.
 */
import { and, sql, type SQL } from "drizzle-orm";
import type { ProductSort } from "../../contract/catalogue";
import type { Database } from "../database";
import { product, SYNC_STATES } from "../schema/catalogue";
import { walkSorted, type Place, type Sorting } from "../sorting";
import { whereProducts, type ProductFilter } from "./product-filter";

/** As the index has it, which knows no table: of the folded name, as much as tells names apart. */
const byName = sql`substr(coalesce(search_text, lower(name)), 1, 80)`;
const byPrice = sql`${product.priceMinMinor}`;
const byStock = sql`${product.stockTotal}`;
const byChange = sql`${product.updatedAt}`;

const SORTINGS: Readonly<Record<ProductSort, Sorting & { index: string }>> = {
  name: { key: byName, isText: true, isDescending: false, index: "product_by_name" },
  "-name": { key: byName, isText: true, isDescending: true, index: "product_by_name" },
  price: { key: byPrice, isText: false, isDescending: false, index: "product_by_price" },
  "-price": { key: byPrice, isText: false, isDescending: true, index: "product_by_price" },
  stock: { key: byStock, isText: false, isDescending: false, index: "product_by_stock" },
  "-stock": { key: byStock, isText: false, isDescending: true, index: "product_by_stock" },
  updated: { key: byChange, isText: false, isDescending: false, index: "product_state" },
};

/** `among`: as of `whereProducts`. */
export interface SortedPlace {
  sort: ProductSort;
  cursor: string | undefined;
  among: readonly number[] | undefined;
}

/** The next products behind the cursor, by id, at most `limit`; throws SyncError("merchant", "request.invalid"). */
export async function placesOf(
  db: Database,
  connectionId: string,
  filter: ProductFilter,
  { sort, cursor, among }: SortedPlace,
  limit: number,
): Promise<Place[]> {
  const sorting = SORTINGS[sort];
  const { isBehind, orderBy } = walkSorted(sorting, product.productId, cursor);
  const isIn = (tab: ProductFilter["tab"]) =>
    and(whereProducts(connectionId, { ...filter, tab }, among), isBehind);
  const next = (from: SQL, where: SQL | undefined) => sql`
    SELECT product_id AS id, ${sorting.key} AS key FROM ${from} WHERE ${where}
    ORDER BY ${sql.join(orderBy, sql`, `)} LIMIT ${limit}`;
  if (among || leadsToFew(filter)) return db.all<Place>(next(sql`product`, isIn(filter.tab)));
  const index = sql.raw(`product INDEXED BY ${sorting.index}`);
  const states = filter.tab === "all" ? SYNC_STATES : [filter.tab];
  const ofStates = states.map((state) => sql`SELECT * FROM (${next(index, isIn(state))})`);
  const direction = sql.raw(sorting.isDescending ? "DESC" : "ASC");
  return db.all<Place>(sql`
    SELECT id, key FROM (${sql.join(ofStates, sql` UNION ALL `)})
    ORDER BY key ${direction}, id ${direction} LIMIT ${limit}`);
}

/** An index leads to the products of a category, and to those that are sold out. */
const leadsToFew = ({ category, stock }: ProductFilter) =>
  category !== undefined || stock === "none";
