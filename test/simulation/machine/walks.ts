/**
 * Statements that read a table from one end to the other, or all of a connection's rows in it: nobody sees that in a
 * small shop. SQLite says beforehand how it would go about each statement.
 */
import type { DatabaseSync } from "node:sqlite";

/** What grows with the catalogue, the orders or the work. */
const GROWING = new Set([
  "product",
  "listing",
  "offer",
  "media",
  "product_key",
  "product_check",
  "product_check_reason",
  "unmapped_listing",
  "sales_order",
  "sales_line",
  "order_entry",
  "task_item",
  "activity",
  "stock",
  "stock_entry",
  "receipt",
  "outbox",
  "order_record",
  "order_story",
  "listing_sale",
  "product_rule",
]);

/** `SCAN product`, and `SEARCH product USING INDEX … (connection_id=?)`, which is no better. */
const WALK = /^(?:SCAN (\w+)(?! VIRTUAL)|SEARCH (\w+) .*\(connection_id=\?\))/;
/** Indexes that hold few rows or none, as what is not done yet, and the one of which the end alone is read. */
const SMALL_INDEX = /product_unfolded|sales_order_unfolded|listing_review|product_revision/;
const ALIAS = /\b(?:FROM|JOIN|UPDATE|INTO)\s+"?(\w+)"?(?:\s+AS)?\s+(\w+)/gi;

/** The tables that `sql` would walk over, as the plan says it. */
export function walkedBy(database: DatabaseSync, sql: string): string[] {
  const aliases = new Map([...sql.matchAll(ALIAS)].map(([, table, alias]) => [alias, table]));
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
  return plan.flatMap(({ detail }) => {
    const [, scanned, searched] = WALK.exec(detail) ?? [];
    const name = scanned ?? searched ?? "";
    const table = GROWING.has(name) ? name : (aliases.get(name) ?? "");
    return GROWING.has(table) && !SMALL_INDEX.test(detail) ? [detail] : [];
  });
}

/** Statements that may walk, and why. */
const MAY_WALK: readonly [sql: RegExp, why: string][] = [
  [/^SELECT count\(DISTINCT product_id\)/, "once for a walk over all products"],
  [/^SELECT 1 FROM offer o CROSS JOIN stock s/, "once after a change of settings"],
  [/^SELECT DISTINCT product_id FROM stock ORDER BY product_id LIMIT/, "ends at its limit"],
  [
    /^select "product_id", "name", "skus" .* order by "product"."product_id" asc limit/,
    "so does it",
  ],
  [/^DELETE FROM receipt WHERE at < MIN/, "ends at its limit, once an hour"],
  [/^select count\(\*\) from "product"/, "once for a task over all of them"],
  [/^delete from "connection"/, "all of it goes"],
  [/^SELECT (kind, (entity, state, )?attempts|store_money)\b/, "the simulation's own"],
  [/^UPDATE outbox SET state = 'due'.*WHERE state <> 'running' $/, "a person wants all of it now"],
];

const seen = new Map<string, string[]>();

/** Looks at each statement once, however often and wherever it is prepared. */
export function noteWalks(database: DatabaseSync, sql: string): void {
  const text = sql.trim().replace(/\s+/g, " ");
  if (seen.has(text)) return;
  seen.set(text, []);
  if (!/^(SELECT|INSERT|UPDATE|DELETE|WITH)/i.test(text)) return;
  if (MAY_WALK.some(([allowed]) => allowed.test(sql.replace(/\s+/g, " ").trimStart()))) return;
  seen.set(text, walkedBy(database, sql));
}

/** What walked, a line each. */
export const walks = (): string[] =>
  [...seen].flatMap(([sql, details]) => details.map((detail) => `${detail}: ${sql}`));
