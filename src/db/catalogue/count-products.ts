/** How many products stand in each tab: kept numbers where there are some, else counted up to a limit. */
import { sql, type SQL } from "drizzle-orm";
import type { Database } from "../database";
import { product, productCount, productStateCount, SYNC_STATES } from "../schema/catalogue";
import { productStopCount } from "../schema/checks";
import { MOST_MATCHES } from "../search/find-matches";
import { toTabCounts, type TabCounts } from "../tab-counts";
import { isOfChecks, whereProducts, type ProductFilter } from "./product-filter";

interface CountRow {
  tab: (typeof SYNC_STATES)[number];
  count: number;
}

/** Numbers of the tabs with the rest of the filter applied, so that they agree with the rows. */
export async function countTabs(
  db: Database,
  connectionId: string,
  { tab: _tab, ...filter }: Partial<ProductFilter>,
  among?: readonly number[],
): Promise<TabCounts<CountRow["tab"]>> {
  const { category, ...others } = filter;
  if (Object.keys(others).length === 0)
    return toTabCounts(
      SYNC_STATES,
      await db.all<CountRow>(keptCounts(connectionId, category)),
      Infinity,
    );
  if (isOnlyStopped(filter))
    return toTabCounts(
      SYNC_STATES,
      await db.all<CountRow>(keptStops(connectionId, filter.reason)),
      Infinity,
    );
  const where = whereProducts(connectionId, { ...filter, tab: "all" }, among);
  const rows = await db.all<CountRow>(sql`
    SELECT tab, count(*) AS count FROM (SELECT ${product.syncState} AS tab FROM ${product}
      WHERE ${where} LIMIT ${MOST_MATCHES + 1})
    GROUP BY tab`);
  return toTabCounts(SYNC_STATES, rows, MOST_MATCHES);
}

function keptCounts(connectionId: string, category: string | undefined): SQL {
  if (category === undefined)
    return sql`SELECT sync_state AS tab, products AS count FROM ${productStateCount}
      WHERE connection_id = ${connectionId}`;
  return sql`SELECT sync_state AS tab, sum(products) AS count FROM ${productCount}
    WHERE connection_id = ${connectionId} AND source_category_id = ${category} GROUP BY 1`;
}

/** Asked for a code of the checks alone, whose numbers are kept. */
function isOnlyStopped(filter: Omit<Partial<ProductFilter>, "tab">): filter is { reason: string } {
  return Object.keys(filter).length === 1 && isOfChecks(filter.reason ?? "");
}

const keptStops = (connectionId: string, code: string): SQL => sql`
  SELECT sync_state AS tab, products AS count FROM ${productStopCount}
  WHERE connection_id = ${connectionId} AND code = ${code}`;
