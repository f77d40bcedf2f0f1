/** The orders table as the page shows it; written by the ledger's projection, only read here. */
import { and, asc, desc, eq, inArray, or, sql, type SQL } from "drizzle-orm";
import type { OrderSort, OrderTab } from "../../contract/orders";
import { chunks } from "../../lib/chunks";
import type { Due } from "../../domain/orders/dispatch";
import { ORDER_GROUPS, type OrderGroupName } from "../../domain/orders/order-tab";
import type { Database } from "../database";
import { olderThan, readCursor } from "../cursor";
import { offer } from "../schema/listings";
import { ORDER_GROUP, orderCount, orderEntry, salesLine, salesOrder } from "../schema/orders";
import { toTabCounts } from "../tab-counts";
import { whereDue } from "./dispatch";
import { placeText, walkSorted, type Sorting } from "../sorting";
import { fewOf, findOrders, isOwnRow, MOST_MATCHES } from "../search/find-matches";
import { holdsTerms } from "../search/holds-terms";

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
  /** Absent: of whatever tab, the archive too. */
  tab?: OrderTab;
  search?: string;
  /** Code of the open problem they have. */
  problem?: string;
  /** Those to be sent by a moment; both moments in epoch ms. */
  due?: { which: Due; now: number; endOfDay: number };
}

/** `among`: as of `whereProducts`. */
function whereOrders(
  connectionId: string,
  { tab, search, problem, due }: OrderFilter,
  among?: readonly number[],
): SQL | undefined {
  const text = search?.trim();
  return and(
    isOwnRow(salesOrder, connectionId, among),
    ofTab(tab, Boolean(text)),
    due && whereDue(due.which, due.now, due.endOfDay),
    problem === undefined
      ? undefined
      : sql`${salesOrder.channelOrderId} IN (${withProblem(connectionId, problem)})`,
    text ? or(holdsTerms(searched, text), eq(salesOrder.sourceOrderId, text)) : undefined,
  );
}

/** What was put away is found by a search, and by its own tab. */
function ofTab(tab: OrderTab | undefined, isSearched: boolean): SQL | undefined {
  if (tab === undefined) return undefined;
  if (tab !== "all") return sql`${ORDER_GROUP} = ${tab}`;
  return isSearched ? undefined : sql`NOT ${salesOrder.isArchived}`;
}

const withProblem = (connectionId: string, code: string): SQL => sql`
  SELECT substr(key, instr(key, ':') + 1) FROM problem
  WHERE connection_id = ${connectionId} AND key LIKE 'order:%' AND code = ${code}`;

/** The row's texts; of a row whose texts are not folded yet, what 0.2 searched. */
const searched = sql`(CASE WHEN ${salesOrder.searchText} IS NULL
  THEN lower(${salesOrder.channelOrderId} || ' ' || coalesce(${salesOrder.sourceReference}, '') || ' '
    || ${salesOrder.buyerName})
  ELSE ${salesOrder.searchText} || char(10) || ${salesOrder.searchBuyer} END)`;

/** As the index has it, which knows no bound value: orders without a date come last. */
const SHIP_BY = sql`coalesce(ship_by, 9999999999999)`;
const byTotal = sql`${salesOrder.totalMinor}`;
const SORTINGS: Readonly<Record<OrderSort, Sorting>> = {
  placed: { key: sql`${salesOrder.placedAt}`, isText: false, isDescending: false },
  total: { key: byTotal, isText: false, isDescending: false },
  "-total": { key: byTotal, isText: false, isDescending: true },
  shipBy: {
    key: SHIP_BY,
    isText: false,
    isDescending: false,
  },
};

/** The orders of one connection as pages show them. */
export function ordersOf(db: Database, connectionId: string) {
  return new OrderReader(db, connectionId);
}

class OrderReader {
  constructor(
    private readonly db: Database,
    private readonly connectionId: string,
  ) {}

  async page(
    filter: OrderFilter,
    { sort, cursor, among }: { sort?: OrderSort; cursor?: string; among?: readonly number[] },
  ): Promise<{ rows: OrderRecordRow[]; next: string | null }> {
    const { placedAt, channelOrderId: id } = salesOrder;
    const sorting = sort && SORTINGS[sort];
    const { isBehind, orderBy } = sorting
      ? walkSorted(sorting, id, cursor)
      : {
          isBehind: olderThan(placedAt, id, readCursor(cursor)),
          orderBy: [desc(placedAt), desc(id)],
        };
    const found = await this.db
      .select({ row: salesOrder, key: sql<number>`${sorting?.key ?? placedAt}` })
      .from(salesOrder)
      .where(and(whereOrders(this.connectionId, filter, among), isBehind))
      .orderBy(...orderBy)
      .limit(ORDER_PAGE + 1);
    const page = found.slice(0, ORDER_PAGE);
    const last = page.at(-1);
    const hasMore = found.length > ORDER_PAGE && last !== undefined;
    return {
      rows: page.map(({ row }) => row),
      next: hasMore ? placeText({ key: last.key, id: last.row.channelOrderId }) : null,
    };
  }

  /** Row ids that hold all orders of the filter, where few do; undefined: they are many. */
  async findFew({ search, problem }: Partial<OrderFilter>): Promise<number[] | undefined> {
    const typed = search?.trim();
    const owner = sql`connection_id = ${this.connectionId}`;
    if (typed) {
      const named = sql`SELECT rowid FROM sales_order WHERE ${owner} AND source_order_id = ${typed}`;
      return findOrders(this.db, this.connectionId, typed, named);
    }
    if (problem === undefined) return undefined;
    const rows = await this.db.all<{ id: number }>(sql`SELECT rowid AS id FROM sales_order
      WHERE ${owner} AND channel_order_id IN (${withProblem(this.connectionId, problem)})
      LIMIT ${MOST_MATCHES + 1}`);
    return fewOf(rows);
  }

  /** Numbers of the tabs with the filter applied, so that they agree with the rows. */
  async countTabs(filter: Partial<OrderFilter> = {}, among?: readonly number[]) {
    const isSearched = Boolean(filter.search?.trim());
    const isWhole = !isSearched && filter.problem === undefined && filter.due === undefined;
    const where = whereOrders(this.connectionId, filter, among);
    const rows = await this.db.all<{ tab: OrderGroupName; count: number }>(
      isWhole
        ? sql`SELECT tab, orders AS count FROM ${orderCount}
            WHERE connection_id = ${this.connectionId}`
        : sql`SELECT tab, count(*) AS count FROM (SELECT ${ORDER_GROUP} AS tab FROM ${salesOrder}
            WHERE ${where} LIMIT ${MOST_MATCHES + 1}) GROUP BY 1`,
    );
    const counted = toTabCounts(ORDER_GROUPS, rows, isWhole ? Infinity : MOST_MATCHES);
    const { counts, isMore } = counted;
    if (isSearched || isMore) return counted;
    return { counts: { ...counts, all: counts.all - counts.archived }, isMore };
  }

  async find(channelOrderId: string): Promise<OrderRecordRow | undefined> {
    const [row] = await this.db
      .select()
      .from(salesOrder)
      .where(
        and(
          eq(salesOrder.connectionId, this.connectionId),
          eq(salesOrder.channelOrderId, channelOrderId),
        ),
      )
      .limit(1);
    return row;
  }

  /** The history of an order, oldest first; entries of one moment stand in the order they came. */
  history(channelOrderId: string) {
    return this.db
      .select({ kind: orderEntry.kind, facts: orderEntry.facts, at: orderEntry.at })
      .from(orderEntry)
      .where(
        and(
          eq(orderEntry.connectionId, this.connectionId),
          eq(orderEntry.channelOrderId, channelOrderId),
        ),
      )
      .orderBy(asc(orderEntry.at), sql`rowid`);
  }

  /** What the ledger's last projection of an order linked its SKUs to. */
  async projectedLinks(channelOrderId: string): Promise<Map<string, Link>> {
    const { channelSkuId, productId, variantId } = salesLine;
    const rows = await this.db
      .select({ channelSkuId, productId, variantId })
      .from(salesLine)
      .where(
        and(
          eq(salesLine.connectionId, this.connectionId),
          eq(salesLine.channelOrderId, channelOrderId),
        ),
      );
    return new Map(
      rows.flatMap(({ channelSkuId: skuId, productId: product, variantId: variant }) =>
        product !== null && variant !== null
          ? [[skuId, { productId: product, variantId: variant }] as const]
          : [],
      ),
    );
  }

  /** Products and variants by the channel SKU ids that are linked. */
  async links(channelSkuIds: readonly string[]): Promise<Map<string, Link>> {
    const links = new Map<string, Link>();
    for (const some of chunks(channelSkuIds, SKUS_PER_QUERY)) {
      const rows = await this.db
        .select({
          skuId: offer.channelSkuId,
          productId: offer.productId,
          variantId: offer.variantId,
        })
        .from(offer)
        .where(and(eq(offer.connectionId, this.connectionId), inArray(offer.channelSkuId, some)));
      for (const { skuId, ...link } of rows) links.set(skuId, link);
    }
    return links;
  }
}
