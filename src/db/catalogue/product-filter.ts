import { and, desc, eq, or, sql, type SQL } from "drizzle-orm";
import type { ProductTab, Selection } from "../../contract/catalogue";
import { isCheckCode, type CheckCode } from "../../domain/listings/check-reason";
import type { Database } from "../database";
import { product } from "../schema/catalogue";
import { productCheckReason } from "../schema/checks";

export interface ProductFilter {
  tab: ProductTab;
  search?: string;
  /** Source category id; "" means products without one. */
  category?: string;
  /** What the product's stored check found. */
  reason?: CheckCode;
}

/** The one meaning of a filter: rows shown, numbers counted and products pushed agree by it. */
export function whereProducts(connectionId: string, filter: ProductFilter): SQL | undefined {
  const search = filter.search?.trim().toLowerCase();
  return and(
    eq(product.connectionId, connectionId),
    filter.tab === "all" ? undefined : eq(product.syncState, filter.tab),
    filter.category === undefined
      ? undefined
      : sql`coalesce(${product.sourceCategoryId}, '') = ${filter.category}`,
    filter.reason === undefined ? undefined : isStoppedBy(connectionId, filter.reason),
    // instr, because D1 refuses LIKE patterns over 50 bytes and their wildcards need escaping.
    search
      ? or(
          sql`instr(lower(${product.name}), ${search}) > 0`,
          sql`instr(lower(${product.skus}), ${search}) > 0`,
          eq(product.productId, search),
          channelIdMatches(connectionId, search),
        )
      : undefined,
  );
}

function isStoppedBy(connectionId: string, code: CheckCode): SQL {
  return sql`${product.productId} IN (SELECT product_id FROM product_check_reason
    WHERE connection_id = ${connectionId} AND code = ${code})`;
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

/** How many products of the filter each reason stops, the most frequent first. */
export async function countReasons(
  db: Database,
  connectionId: string,
  filter: Omit<ProductFilter, "reason">,
): Promise<{ code: CheckCode; count: number }[]> {
  const count = sql<number>`count(*)`;
  const rows = await db
    .select({ code: productCheckReason.code, count })
    .from(productCheckReason)
    .innerJoin(
      product,
      and(
        eq(product.connectionId, productCheckReason.connectionId),
        eq(product.productId, productCheckReason.productId),
      ),
    )
    .where(
      and(eq(productCheckReason.connectionId, connectionId), whereProducts(connectionId, filter)),
    )
    .groupBy(productCheckReason.code)
    .orderBy(desc(count), productCheckReason.code);
  return rows.flatMap(({ code, count: of }) => (isCheckCode(code) ? [{ code, count: of }] : []));
}
