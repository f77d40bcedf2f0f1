/**
 * What a merchant may take along of a connection as pages of plain rows, walked by an index so that
 * the largest catalogue streams through little memory. Left out are secrets and sealed texts, what is
 * read from the shops again (the channel's categories and rules, uploaded pictures, checks), and the
 * ledger's own account of stock and orders.
 */
import { and, asc, eq, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Database } from "../database";
import { activity } from "../schema/accounts";
import { product } from "../schema/catalogue";
import {
  categoryDetails,
  categoryMapping,
  fieldMapping,
  sourceCategory,
} from "../schema/categories";
import { problem } from "../schema/connections";
import { reconciliation } from "../schema/reports";
import { listing, offer } from "../schema/listings";
import { orderEntry, salesLine, salesOrder } from "../schema/orders";
import { task } from "../schema/tasks";
import { taskItemRows } from "../tasks/task-item-rows";

interface Part {
  name: string;
  /** Each row as JSON. */
  rowsOf(db: Database, connectionId: string): AsyncIterable<string>;
}

const FIRST_PAGE = 100;
const MAX_PAGE = 2_000;
/** What a page should come to, as text: a product is some kilobytes, an offer a fiftieth of that. */
const PAGE_LENGTH = 1_000_000;
/** A piece of the answer is at least so long, so that the reader is not handed every row by itself. */
const PIECE_LENGTH = 100_000;

const PARTS: readonly Part[] = [
  part("products", product, product.connectionId, product.productId),
  part("listings", listing, listing.connectionId, listing.productId),
  part("offers", offer, offer.connectionId, offer.productId, offer.variantId, offer.channelSkuId),
  part(
    "sourceCategories",
    sourceCategory,
    sourceCategory.connectionId,
    sourceCategory.sourceCategoryId,
  ),
  part(
    "categoryMappings",
    categoryMapping,
    categoryMapping.connectionId,
    categoryMapping.sourceCategoryId,
  ),
  part(
    "categoryDetails",
    categoryDetails,
    categoryDetails.connectionId,
    categoryDetails.categoryId,
  ),
  part(
    "fieldMappings",
    fieldMapping,
    fieldMapping.connectionId,
    fieldMapping.categoryId,
    fieldMapping.field,
  ),
  part("orders", salesOrder, salesOrder.connectionId, salesOrder.channelOrderId),
  part("orderLines", salesLine, salesLine.connectionId, salesLine.channelOrderId, salesLine.lineId),
  part(
    "orderEntries",
    orderEntry,
    orderEntry.connectionId,
    orderEntry.channelOrderId,
    orderEntry.entryKey,
  ),
  part("tasks", task, task.connectionId, task.createdAt, task.id),
  { name: "taskItems", rowsOf: (db, connectionId) => asTexts(taskItemRows(db, connectionId)) },
  part("reports", reconciliation, reconciliation.connectionId, reconciliation.id),
  part("problems", problem, problem.connectionId, problem.key),
  part("activity", activity, activity.connectionId, activity.id),
];

function part(
  name: string,
  table: SQLiteTable,
  owner: SQLiteColumn,
  ...keys: SQLiteColumn[]
): Part {
  return { name, rowsOf: (db, connectionId) => rowsOf(db, connectionId, { table, owner, keys }) };
}

/** The pieces of one JSON document, in order. */
export async function* exportConnection(
  db: Database,
  connectionId: string,
  head: Record<string, unknown>,
): AsyncGenerator<string> {
  yield JSON.stringify(head).slice(0, -1);
  for (const one of PARTS) {
    let piece = `,${JSON.stringify(one.name)}:[`;
    let comma = "";
    for await (const row of one.rowsOf(db, connectionId)) {
      piece += comma + row;
      comma = ",";
      if (piece.length < PIECE_LENGTH) continue;
      yield piece;
      piece = "";
    }
    yield `${piece}]`;
  }
  yield "}";
}

interface Walk {
  table: SQLiteTable;
  owner: SQLiteColumn;
  keys: readonly SQLiteColumn[];
}

async function* rowsOf(db: Database, connectionId: string, { table, owner, keys }: Walk) {
  const keyList = sql.join([...keys], sql`, `);
  let after: unknown[] | undefined;
  let limit = FIRST_PAGE;
  for (;;) {
    const values =
      after &&
      sql.join(
        after.map((value) => sql`${value}`),
        sql`, `,
      );
    const rows = await db
      .select()
      .from(table)
      .where(and(eq(owner, connectionId), values && sql`(${keyList}) > (${values})`))
      .orderBy(...keys.map((key) => asc(key)))
      .limit(limit);
    const texts = rows.map((row) => JSON.stringify(row));
    yield* texts;
    const last = rows.at(-1);
    if (rows.length < limit || !last) return;
    limit = nextLimit(limit, texts);
    after = keys.map((key) => valueOf(table, key, last));
  }
}

async function* asTexts(rows: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const row of rows) yield JSON.stringify(row);
}

/** At most twice as many as before, of rows like the longest one. */
function nextLimit(limit: number, rows: readonly string[]): number {
  const longest = Math.max(...rows.map(({ length }) => length));
  const fitting = Math.max(1, Math.floor(PAGE_LENGTH / longest));
  return Math.min(limit * 2, fitting, MAX_PAGE);
}

function valueOf(table: SQLiteTable, key: SQLiteColumn, row: Record<string, unknown>): unknown {
  const columns = Object.entries(table as unknown as Record<string, unknown>);
  const [property] = columns.find(([, column]) => column === key) ?? [];
  return property === undefined ? undefined : row[property];
}
