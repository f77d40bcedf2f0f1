/** How many products stand in each tab: kept numbers where there are some, else counted up to a limit. */
import { sql, type SQL } from "drizzle-orm";
import type { ProductTab } from "../../contract/catalogue";
import type { Database } from "../database";
import { product, productCount, productStateCount } from "../schema/catalogue";
import { MOST_MATCHES } from "../search/find-matches";
import { whereProducts, type ProductFilter } from "./product-filter";

export interface TabCounts {
  counts: Record<ProductTab, number>;
  /** There are more: each number is the least that it can be. */
  isMore: boolean;
}

interface CountRow {
  state: Exclude<ProductTab, "all">;
  count: number;
}

/** Numbers of the tabs with the rest of the filter applied, so that they agree with the rows. */
export async function countTabs(
  db: Database,
  connectionId: string,
  { tab: _tab, ...filter }: Partial<ProductFilter>,
  among?: readonly number[],
): Promise<TabCounts> {
  const { category, ...others } = filter;
  if (Object.keys(others).length === 0)
    return toCounts(await db.all<CountRow>(keptCounts(connectionId, category)), Infinity);
  const where = whereProducts(connectionId, { ...filter, tab: "all" }, among);
  const rows = await db.all<CountRow>(sql`
    SELECT state, count(*) AS count FROM (SELECT ${product.syncState} AS state FROM ${product}
      WHERE ${where} LIMIT ${MOST_MATCHES + 1})
    GROUP BY state`);
  return toCounts(rows, MOST_MATCHES);
}

function keptCounts(connectionId: string, category: string | undefined): SQL {
  if (category === undefined)
    return sql`SELECT sync_state AS state, products AS count FROM ${productStateCount}
      WHERE connection_id = ${connectionId}`;
  return sql`SELECT sync_state AS state, sum(products) AS count FROM ${productCount}
    WHERE connection_id = ${connectionId} AND source_category_id = ${category} GROUP BY 1`;
}

function toCounts(rows: readonly CountRow[], most: number): TabCounts {
  const counts = { all: 0, synced: 0, not_synced: 0, sync_failed: 0, update_failed: 0 };
  for (const { state, count } of rows) {
    counts[state] = count;
    counts.all += count;
  }
  const isMore = counts.all > most;
  return { counts: isMore ? { ...counts, all: most } : counts, isMore };
}
