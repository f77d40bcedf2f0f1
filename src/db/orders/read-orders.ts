/** The orders table as the page shows it; written by the ledger's projection, only read here. */
import { and, asc, count, desc, eq, inArray, or, sql, type SQL } from "drizzle-orm";
import type { OrderTab } from "../../contract/orders";
import { chunks } from "../../lib/chunks";
import type { Database } from "../database";
import { cursorText, olderThan, readCursor } from "../cursor";
import { offer } from "../schema/listings";
import { orderEntry, salesOrder } from "../schema/orders";

export type OrderRecordRow = typeof salesOrder.$inferSelect;

export const ORDER_PAGE = 50;
/** D1 takes 100 parameters a statement. */
const SKUS_PER_QUERY = 90;

/** What a SKU of the channel is in the store. */
export interface Link {
  productId: string;
  variantId: string;
}

export interface OrderFilter {
  tab: OrderTab;
  search?: string;
}

function whereOrders(connectionId: string, { tab, search }: OrderFilter): SQL | undefined {
  const text = search?.trim().toLowerCase();
  return and(
    eq(salesOrder.connectionId, connectionId),
    tab === "all" ? undefined : eq(salesOrder.tab, tab),
    text
      ? or(
          sql`instr(${salesOrder.channelOrderId}, ${text}) > 0`,
          sql`instr(lower(coalesce(${salesOrder.sourceReference}, '')), ${text}) > 0`,
          sql`instr(lower(${salesOrder.buyerName}), ${text}) > 0`,
          eq(salesOrder.sourceOrderId, text),
        )
      : undefined,
  );
}

export async function pageOfOrders(
  db: Database,
  connectionId: string,
  filter: OrderFilter,
  cursor: string | undefined,
): Promise<{ rows: OrderRecordRow[]; next: string | null }> {
  const rows = await db
    .select()
    .from(salesOrder)
    .where(
      and(
        whereOrders(connectionId, filter),
        olderThan(salesOrder.placedAt, salesOrder.channelOrderId, readCursor(cursor)),
      ),
    )
    .orderBy(desc(salesOrder.placedAt), desc(salesOrder.channelOrderId))
    .limit(ORDER_PAGE + 1);
  const page = rows.slice(0, ORDER_PAGE);
  const last = page.at(-1);
  const hasMore = rows.length > ORDER_PAGE && last !== undefined;
  return { rows: page, next: hasMore ? cursorText(last.placedAt, last.channelOrderId) : null };
}

/** Numbers of the tabs with the search applied, so that they agree with the rows. */
export async function countOrderTabs(
  db: Database,
  connectionId: string,
  search?: string,
): Promise<Record<OrderTab, number>> {
  const rows = await db
    .select({ tab: salesOrder.tab, count: count() })
    .from(salesOrder)
    .where(whereOrders(connectionId, { tab: "all", ...(search ? { search } : {}) }))
    .groupBy(salesOrder.tab);
  const counts = { all: 0, waiting: 0, unsynced: 0, unfulfilled: 0, fulfilled: 0, cancelled: 0 };
  for (const row of rows) {
    counts[row.tab] = row.count;
    counts.all += row.count;
  }
  return counts;
}

export async function readOrder(
  db: Database,
  connectionId: string,
  channelOrderId: string,
): Promise<OrderRecordRow | undefined> {
  const [row] = await db
    .select()
    .from(salesOrder)
    .where(
      and(eq(salesOrder.connectionId, connectionId), eq(salesOrder.channelOrderId, channelOrderId)),
    )
    .limit(1);
  return row;
}

/** The history of an order, oldest first; entries of one moment stand in the order they came. */
export function readOrderEntries(db: Database, connectionId: string, channelOrderId: string) {
  return db
    .select({ kind: orderEntry.kind, facts: orderEntry.facts, at: orderEntry.at })
    .from(orderEntry)
    .where(
      and(eq(orderEntry.connectionId, connectionId), eq(orderEntry.channelOrderId, channelOrderId)),
    )
    .orderBy(asc(orderEntry.at), sql`rowid`);
}

/** Products and variants by the channel SKU ids that are linked. */
export async function readLinks(
  db: Database,
  connectionId: string,
  channelSkuIds: readonly string[],
): Promise<Map<string, Link>> {
  const links = new Map<string, Link>();
  for (const some of chunks(channelSkuIds, SKUS_PER_QUERY)) {
    const rows = await db
      .select({
        skuId: offer.channelSkuId,
        productId: offer.productId,
        variantId: offer.variantId,
      })
      .from(offer)
      .where(and(eq(offer.connectionId, connectionId), inArray(offer.channelSkuId, some)));
    for (const { skuId, ...link } of rows) links.set(skuId, link);
  }
  return links;
}
