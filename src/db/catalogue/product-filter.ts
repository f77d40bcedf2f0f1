import { and, eq, or, sql, type SQL } from "drizzle-orm";
import type { ProductTab, Selection } from "../../contract/catalogue";
import { READY_AGAIN } from "../../domain/home/attention";
import { LOW_STOCK } from "../../domain/stock/low-stock";
import { CHECK_CODES, isCheckCode } from "../../domain/listings/check-reason";
import { CHANGES_WAIT, categoryOfMark } from "../../domain/listings/rules-mark";
import type { Database } from "../database";
import { product } from "../schema/catalogue";
import { fewOf, findProducts, isOwnRow, MOST_MATCHES } from "../search/find-matches";
import { holdsTerms } from "../search/holds-terms";

export interface ProductFilter {
  tab: ProductTab;
  search?: string;
  /** Source category id; "" means products without one. */
  category?: string;
  /** A code of the product's check, the mark of changed rules, what refused it, or READY_AGAIN. */
  reason?: string;
  stock?: "none" | "low" | "some";
}

const IN_STOCK = {
  none: sql`${product.stockTotal} <= 0`,
  low: sql`${product.stockTotal} BETWEEN 1 AND ${LOW_STOCK}`,
  some: sql`${product.stockTotal} > 0`,
};

/**
 * The one meaning of a filter: rows shown, numbers counted and products pushed agree by it. `among`:
 * row ids that hold all products of the filter, where they are known; the database is then kept from
 * walking through any others.
 */
export function whereProducts(
  connectionId: string,
  filter: ProductFilter,
  among?: readonly number[],
): SQL | undefined {
  const search = filter.search?.trim();
  return and(
    isOwnRow(product, connectionId, among),
    filter.tab === "all" ? undefined : eq(product.syncState, filter.tab),
    filter.category === undefined
      ? undefined
      : sql`${product.sourceCategoryId} IS ${filter.category || null}`,
    filter.stock && IN_STOCK[filter.stock],
    filter.reason === undefined ? undefined : isStoppedBy(connectionId, filter.reason),
    search
      ? or(
          holdsTerms(searched, search),
          eq(product.productId, search),
          channelIdMatches(connectionId, search),
        )
      : undefined,
  );
}

/** Whether the stored checks alone say which products a code is about. */
export const isOfChecks = (code: string): boolean =>
  isCheckCode(code) || code === CHANGES_WAIT || categoryOfMark(code) !== undefined;

const searched = sql`coalesce(${product.searchText}, lower(${product.name} || ' ' || ${product.skus}))`;

/**
 * Products that a code is about: those that the list of things to do counts under it, and no others.
 * Asked row by row, so that a list is walked in its order and ends with its page.
 */
function isStoppedBy(connectionId: string, code: string): SQL {
  const isStopped = (how: SQL) => sql`EXISTS (SELECT 1 FROM product_check_reason AS r
    WHERE r.connection_id = ${connectionId} AND r.product_id = ${product.productId} ${how})`;
  if (isOfChecks(code)) return isStopped(sql`AND r.code = ${code}`);
  const hasFailed = sql`${product.syncState} IN ('sync_failed', 'update_failed')`;
  const isRefused = (
    how: SQL,
  ) => sql`EXISTS (SELECT 1 FROM listing, json_each(listing.reasons) AS reason
    WHERE listing.connection_id = ${connectionId} AND listing.product_id = ${product.productId}
      AND reason.value->>'code' ${how})`;
  if (code !== READY_AGAIN) return sql`${hasFailed} AND ${isRefused(sql`= ${code}`)}`;
  const isOfCheck = sql`NOT IN (SELECT value FROM json_each(${JSON.stringify(CHECK_CODES)}))`;
  return sql`${hasFailed} AND NOT ${isStopped(sql`AND r.code <> ${CHANGES_WAIT}`)} AND NOT ${isRefused(isOfCheck)}`;
}

/**
 * Row ids among which all products of the filter are, where an index finds them to be few; undefined:
 * they are many, or nothing of the filter has such an index.
 */
export async function findFew(
  db: Database,
  connectionId: string,
  { search, reason }: Pick<ProductFilter, "search" | "reason">,
): Promise<number[] | undefined> {
  const typed = search?.trim();
  if (typed) return findProducts(db, connectionId, typed, namedBy(connectionId, typed));
  if (reason === undefined) return undefined;
  const having = isOfChecks(reason) ? stoppedBy : failedBy;
  return fewOf(await db.all<{ id: number }>(having(connectionId, reason)));
}

const stoppedBy = (connectionId: string, code: string): SQL => sql`
  SELECT product.rowid AS id FROM product_check_reason AS r
  CROSS JOIN product ON product.connection_id = r.connection_id AND product.product_id = r.product_id
  WHERE r.connection_id = ${connectionId} AND r.code = ${code} LIMIT ${MOST_MATCHES + 1}`;

/** By the index of states, which leads to failed products alone. */
const failedBy = (connectionId: string, code: string): SQL => sql`
  SELECT product.rowid AS id FROM product INDEXED BY product_state
  WHERE product.connection_id = ${connectionId} AND ${isStoppedBy(connectionId, code)}
  LIMIT ${MOST_MATCHES + 1}`;

/** Row ids of the product with this very id, or with this id on the channel. */
const namedBy = (connectionId: string, typed: string): SQL => sql`
  SELECT rowid FROM product WHERE connection_id = ${connectionId} AND product_id = ${typed}
  UNION SELECT product.rowid FROM listing
  CROSS JOIN product ON product.connection_id = listing.connection_id
    AND product.product_id = listing.product_id
  WHERE listing.connection_id = ${connectionId} AND listing.channel_product_id = ${typed}`;

function channelIdMatches(connectionId: string, search: string): SQL {
  return sql`${product.productId} IN (SELECT product_id FROM listing
    WHERE connection_id = ${connectionId} AND channel_product_id = ${search})`;
}

export function whereSelection(connectionId: string, selection: Selection): SQL | undefined {
  if ("filter" in selection) return whereProducts(connectionId, selection.filter);
  return and(
    eq(product.connectionId, connectionId),
    sql`${product.productId} IN (SELECT value FROM json_each(${JSON.stringify(selection.ids)}))`,
  );
}

export async function countProductsOf(
  db: Database,
  connectionId: string,
  selection: Selection,
): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(product)
    .where(whereSelection(connectionId, selection));
  return row?.count ?? 0;
}

/** One keyset page of the chosen products, by id. */
export async function pageOfSelection(
  db: Database,
  connectionId: string,
  selection: Selection,
  after: string,
  limit: number,
): Promise<{ key: string; label: string }[]> {
  return db
    .select({ key: product.productId, label: product.name })
    .from(product)
    .where(and(whereSelection(connectionId, selection), sql`${product.productId} > ${after}`))
    .orderBy(product.productId)
    .limit(limit);
}
