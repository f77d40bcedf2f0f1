/**
 * The rows of a table that hold what was typed, found by an index of three letters each (FTS5). It
 * answers few rows or none: a list of many is walked in its own order instead, which finds a page soon.
 */
import { eq, sql, type SQL } from "drizzle-orm";
import { searchTerms } from "../../domain/search-text";
import type { Database } from "../database";
import type { product } from "../schema/catalogue";
import type { salesOrder } from "../schema/orders";

/** More than a page, so that a list that is found whole is counted exactly. */
export const MOST_MATCHES = 60;

/** The index knows nothing shorter. */
const SHORTEST_TERM = 3;

interface Index {
  table: "product_search" | "order_search";
  rows: "product" | "sales_order";
  columns: string;
}

const PRODUCTS: Index = { table: "product_search", rows: "product", columns: "body" };
const ORDERS: Index = {
  table: "order_search",
  rows: "sales_order",
  columns: "{body buyer}",
};

/**
 * Row ids of products that may hold the terms, that have no text to be searched yet, or that are one of
 * `others`; undefined: they are too many.
 */
export const findProducts = (db: Database, connectionId: string, typed: string, others: SQL) =>
  findMatches(db, PRODUCTS, connectionId, typed, others);

/** The same for orders. */
export const findOrders = (db: Database, connectionId: string, typed: string, others: SQL) =>
  findMatches(db, ORDERS, connectionId, typed, others);

async function findMatches(
  db: Database,
  index: Index,
  connectionId: string,
  typed: string,
  others: SQL,
): Promise<number[] | undefined> {
  const terms = searchTerms(typed).filter((term) => [...term].length >= SHORTEST_TERM);
  if (terms.length === 0) return undefined;
  const table = sql.raw(index.table);
  const rows = await db.all<{ id: number }>(sql`
    SELECT rowid AS id FROM (SELECT rowid FROM ${table}
      WHERE ${table} MATCH ${matchText(index, connectionId, terms)} LIMIT ${MOST_MATCHES + 1})
    UNION SELECT id FROM (SELECT rowid AS id FROM ${sql.raw(index.rows)}
      WHERE connection_id = ${connectionId} AND search_text IS NULL LIMIT ${MOST_MATCHES + 1})
    UNION ${others}`);
  return fewOf(rows);
}

/** The row ids of a read of one more than MOST_MATCHES; undefined: they are too many. */
export const fewOf = (rows: readonly { id: number }[]): number[] | undefined =>
  rows.length > MOST_MATCHES ? undefined : rows.map(({ id }) => id);

/**
 * All tenants share an index; the end of its connection's id, which every row carries, leaves but a
 * few of the others. Whoever reads the rows asks for the connection itself.
 */
function matchText({ columns }: Index, connectionId: string, terms: readonly string[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const owner = `owner : ${quoted(connectionId.slice(-SHORTEST_TERM))}`;
  return [owner, ...terms.map((term) => `${columns} : ${quoted(term)}`)].join(" AND ");
}

/**
 * Whether a row of `table` is the connection's and, with `among`, one of these row ids. The plus sign then
 * keeps the database from walking through the connection's other rows.
 */
export const isOwnRow = (
  table: typeof product | typeof salesOrder,
  connectionId: string,
  among: readonly number[] | undefined,
): SQL =>
  among
    ? sql`${table}.rowid IN (SELECT value FROM json_each(${JSON.stringify(among)}))
        AND +${table.connectionId} = ${connectionId}`
    : eq(table.connectionId, connectionId);
