/** What a selection of products holds, before a person says that something is done with all of them. */
import { sql } from "drizzle-orm";
import type { Selection } from "../../contract/catalogue";
import type { Database } from "../database";
import { product } from "../schema/catalogue";
import { CHANGES_WAIT, rulesMark } from "../../domain/listings/rules-mark";
import { whereSelection } from "./product-filter";

export interface SelectionCount {
  count: number;
  /** Those that the store shows nowhere. */
  hidden: number;
  /** Those that a push would refuse, as checked last. */
  stopped: number;
  /** Those that no check has seen yet. */
  unchecked: number;
  /** By code, the most frequent first; a product may have several. */
  reasons: { code: string; count: number }[];
}

/**
 * Counts the chosen products and what stops them. A name or text of the body that looks like the mark of
 * hidden ones has its quotes escaped there.
 */
export async function countSelection(
  db: Database,
  connectionId: string,
  selection: Selection,
): Promise<SelectionCount> {
  const where = whereSelection(connectionId, selection);
  const isStopped = sql`EXISTS (SELECT 1 FROM product_check_reason AS r
    WHERE r.connection_id = ${connectionId} AND r.product_id = ${product.productId}
      AND r.code <> ${CHANGES_WAIT})`;
  const isChecked = sql`EXISTS (SELECT 1 FROM product_check AS c
    WHERE c.connection_id = ${connectionId} AND c.product_id = ${product.productId})`;
  const [row] = await db
    .select({
      count: sql<number>`count(*)`,
      hidden: sql<number>`coalesce(sum(instr(${product.body}, '"isHidden":true') > 0), 0)`,
      stopped: sql<number>`coalesce(sum(${isStopped}), 0)`,
      unchecked: sql<number>`coalesce(sum(NOT ${isChecked}), 0)`,
    })
    .from(product)
    .where(where);
  if (!row) return { count: 0, hidden: 0, stopped: 0, unchecked: 0, reasons: [] };
  if (row.stopped === 0) return { ...row, reasons: [] };
  const reasons = await db.all<{ code: string; count: number }>(sql`
    SELECT r.code, count(*) AS count FROM product_check_reason AS r
    JOIN product ON product.connection_id = r.connection_id AND product.product_id = r.product_id
    WHERE r.connection_id = ${connectionId} AND ${where}
      AND r.code <> ${CHANGES_WAIT} AND instr(r.code, ${rulesMark("")}) <> 1
    GROUP BY r.code ORDER BY count DESC, r.code`);
  return { ...row, reasons };
}
