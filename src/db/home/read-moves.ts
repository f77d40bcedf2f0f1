import { sql } from "drizzle-orm";
import type { Mark, MovingSubject } from "../../domain/home/moved";
import type { Database } from "../database";
import { readTogether } from "../read-together";

interface MovesRow {
  revision: number | null;
  listing_at: number | null;
  check_at: number | null;
  mapping_at: number | null;
  order_at: number | null;
  task_at: number | null;
  problem_at: number | null;
  problems: number;
  checked_at: number | null;
  running: string | null;
}

/** Problems that end leave no trace but their number, which is counted up to here. */
const COUNTED_PROBLEMS = 100;

/** What shows that a subject moved, but for the connection's own row; one row of each table is read. */
export async function readMoves(
  db: Database,
  connectionId: string,
): Promise<Record<Exclude<MovingSubject, "settings">, Mark[]>> {
  const newest = (table: string, column = "updated_at") =>
    sql`(SELECT max(${sql.raw(column)}) FROM ${sql.raw(table)}
      WHERE connection_id = ${connectionId})`;
  const statement = sql`
    SELECT ${newest("product", "revision")} AS revision, ${newest("listing")} AS listing_at,
      ${newest("product_check", "checked_at")} AS check_at,
      ${newest("category_mapping")} AS mapping_at, ${newest("sales_order")} AS order_at,
      ${newest("task")} AS task_at, ${newest("problem", "last_seen_at")} AS problem_at,
      (SELECT count(*) FROM (SELECT 1 FROM problem WHERE connection_id = ${connectionId}
        LIMIT ${COUNTED_PROBLEMS})) AS problems,
      (SELECT report->>'checkedAt' FROM connection_check
        WHERE connection_id = ${connectionId}) AS checked_at,
      (SELECT running FROM connection_check WHERE connection_id = ${connectionId}) AS running`;
  const [answer] = await readTogether(db, [statement]);
  const row = (answer ?? [])[0] as unknown as MovesRow;
  return {
    products: [
      { text: row.revision },
      { at: row.listing_at },
      { at: row.check_at },
      { at: row.mapping_at },
    ],
    orders: [{ at: row.order_at }],
    tasks: [{ at: row.task_at }],
    problems: [{ at: row.problem_at, text: row.problems }],
    health: [{ at: row.checked_at, text: row.running }],
  };
}
