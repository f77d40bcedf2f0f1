import { and, eq, or, sql, type SQL } from "drizzle-orm";
import type { ProductTab, Selection } from "../../contract/catalogue";
import { READY_AGAIN } from "../../domain/home/attention";
import { LOW_STOCK } from "../../domain/stock/low-stock";
import { CHECK_CODES, isCheckCode } from "../../domain/listings/check-reason";
import type { Database } from "../database";
import { product } from "../schema/catalogue";
import { holdsTerms } from "../search/holds-terms";

export interface ProductFilter {
  tab: ProductTab;
  search?: string;
  /** Source category id; "" means products without one. */
  category?: string;
  /** A code of the product's check, of what refused it, or READY_AGAIN. */
  reason?: string;
  stock?: "none" | "low" | "some";
}

const IN_STOCK = {
  none: sql`${product.stockTotal} <= 0`,
  low: sql`${product.stockTotal} BETWEEN 1 AND ${LOW_STOCK}`,
  some: sql`${product.stockTotal} > 0`,
};

/** The one meaning of a filter: rows shown, numbers counted and products pushed agree by it. */
export function whereProducts(connectionId: string, filter: ProductFilter): SQL | undefined {
  const search = filter.search?.trim();
  return and(
    eq(product.connectionId, connectionId),
    filter.tab === "all" ? undefined : eq(product.syncState, filter.tab),
    filter.category === undefined
      ? undefined
      : sql`coalesce(${product.sourceCategoryId}, '') = ${filter.category}`,
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

const searched = sql`coalesce(${product.searchText}, lower(${product.name} || ' ' || ${product.skus}))`;

/** Products that a code is about: those that the list of things to do counts under it, and no others. */
function isStoppedBy(connectionId: string, code: string): SQL {
  const isStopped = sql`${product.productId} IN (SELECT product_id FROM product_check_reason
    WHERE connection_id = ${connectionId}`;
  if (isCheckCode(code)) return sql`${isStopped} AND code = ${code})`;
  const hasFailed = sql`${product.syncState} IN ('sync_failed', 'update_failed')`;
  const isRefused = (how: SQL) => sql`${product.productId} IN (SELECT product_id
    FROM listing, json_each(listing.reasons) AS reason
    WHERE listing.connection_id = ${connectionId} AND reason.value->>'code' ${how})`;
  if (code !== READY_AGAIN) return sql`${hasFailed} AND ${isRefused(sql`= ${code}`)}`;
  const isOfCheck = sql`NOT IN (SELECT value FROM json_each(${JSON.stringify(CHECK_CODES)}))`;
  return sql`${hasFailed} AND NOT ${isStopped}) AND NOT ${isRefused(isOfCheck)}`;
}

function channelIdMatches(connectionId: string, search: string): SQL {
  return sql`${product.productId} IN (SELECT product_id FROM listing
    WHERE connection_id = ${connectionId} AND channel_product_id = ${search})`;
}

function whereSelection(connectionId: string, selection: Selection): SQL | undefined {
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

/** Numbers of the tabs, with search and category applied, so that they agree with the rows. */
export async function countTabs(
  db: Database,
  connectionId: string,
  filter: Omit<ProductFilter, "tab">,
): Promise<Record<ProductTab, number>> {
  const rows = await db
    .select({ state: product.syncState, count: sql<number>`count(*)` })
    .from(product)
    .where(whereProducts(connectionId, { ...filter, tab: "all" }))
    .groupBy(product.syncState);
  const counts = { all: 0, synced: 0, not_synced: 0, sync_failed: 0, update_failed: 0 };
  for (const row of rows) {
    counts[row.state] = row.count;
    counts.all += row.count;
  }
  return counts;
}

/** How many products of the filter each reason stops or refuses, the most frequent first. */
export async function countReasons(
  db: Database,
  connectionId: string,
  filter: Omit<ProductFilter, "reason">,
): Promise<{ code: string; count: number }[]> {
  const chosen = whereProducts(connectionId, filter);
  const isOfCheck = sql`(SELECT value FROM json_each(${JSON.stringify(CHECK_CODES)}))`;
  return db.all<{ code: string; count: number }>(sql`
    SELECT code, count(*) AS count FROM (
      SELECT product_check_reason.code FROM product_check_reason
      JOIN product ON product.connection_id = product_check_reason.connection_id
        AND product.product_id = product_check_reason.product_id
      WHERE product_check_reason.connection_id = ${connectionId} AND ${chosen}
      UNION ALL
      SELECT reason.value->>'code' FROM product INDEXED BY product_state
      JOIN listing ON listing.connection_id = product.connection_id
        AND listing.product_id = product.product_id
      JOIN json_each(listing.reasons) AS reason
      WHERE product.connection_id = ${connectionId}
        AND product.sync_state IN ('sync_failed', 'update_failed')
        AND reason.value->>'code' NOT IN ${isOfCheck} AND ${chosen})
    GROUP BY code ORDER BY count DESC, code`);
}
