import { and, eq, sql, type SQL } from "drizzle-orm";
import type { OrderProjection, ProjectedLine } from "../../domain/orders/order-projection";
import { orderSearchText } from "../../domain/orders/order-search";
import { foldText } from "../../domain/search-text";
import type { Database } from "../database";
import { orderEntry, salesLine, salesOrder } from "../schema/orders";

export interface SavedProjection extends OrderProjection {
  /** The same for all orders of a buyer of the connection; null: the channel names none. */
  buyerKey: string | null;
}

/**
 * Saves the ledger's projection of an order, its lines and its history. Repeating it changes
 * nothing, and a late projection cannot overwrite a newer one: the order's version decides, and
 * between equal ones the shape of the projection. What a person put into the archive or took out of it
 * stays, but a problem the order did not have brings it back.
 */
export async function saveOrder(
  db: Database,
  connectionId: string,
  { entries, lines, channelOrderId, ...shown }: SavedProjection,
  now: number,
): Promise<void> {
  const { version, projectionVersion } = shown;
  const searched = {
    searchText: orderSearchText({ channelOrderId, ...shown }),
    searchBuyer: foldText(shown.buyerName),
  };
  const oversoldNotedAt = shown.oversoldAt === null ? null : now;
  const fields = { ...shown, ...searched, oversoldNotedAt, updatedAt: now };
  const isOver = shown.tab === "cancelled" && shown.problem === null;
  const isPutAway = isOver ? archivesCancelled(connectionId) : sql`0`;
  const order = db
    .insert(salesOrder)
    .values({ connectionId, channelOrderId, ...fields, isArchived: sql`${isPutAway}` })
    .onConflictDoUpdate({
      target: [salesOrder.connectionId, salesOrder.channelOrderId],
      set: {
        ...fields,
        isArchived: isStillArchived(isPutAway),
        // Later changes of the cancelled order are no new cancellation.
        oversoldAt: sql`coalesce(${salesOrder.oversoldAt}, excluded.oversold_at)`,
        oversoldNotedAt: sql`coalesce(${salesOrder.oversoldNotedAt}, excluded.oversold_noted_at)`,
      },
      setWhere: sql`${salesOrder.version} < ${version} OR (${salesOrder.version} = ${version}
        AND ${salesOrder.projectionVersion} < ${projectionVersion})`,
    });
  const history = entries.map(({ key, kind, facts, at }) =>
    db
      .insert(orderEntry)
      .values({ connectionId, channelOrderId, entryKey: key, kind, facts, at })
      .onConflictDoNothing(),
  );
  const key = { connectionId, channelOrderId, version, projectionVersion };
  await db.batch([order, ...saveLines(db, key, lines), ...history]);
}

/** Whether the merchant wants cancelled orders put away. */
const archivesCancelled = (connectionId: string): SQL => sql`coalesce(
  (SELECT settings->>'archivesCancelled' FROM connection WHERE id = ${connectionId}), 0)`;

/** `isPutAway`: by the rule, once: an order that was over before is where a person left it. */
const isStillArchived = (isPutAway: SQL): SQL => sql`CASE
  WHEN excluded.problem->>'code' IS NOT NULL
    AND excluded.problem->>'code' IS NOT ${salesOrder.problem}->>'code' THEN 0
  WHEN ${salesOrder.tab} <> 'cancelled' OR ${salesOrder.problem} IS NOT NULL
    THEN ${salesOrder.isArchived} OR ${isPutAway}
  ELSE ${salesOrder.isArchived} END`;

/** Puts orders into the archive or takes them out of it; answers how many were elsewhere. */
export async function archiveOrders(
  db: Database,
  connectionId: string,
  { orderIds, isArchived }: { orderIds: readonly string[]; isArchived: boolean },
  now: number,
): Promise<number> {
  const moved = await db
    .update(salesOrder)
    .set({ isArchived, updatedAt: now })
    .where(
      and(
        eq(salesOrder.connectionId, connectionId),
        eq(salesOrder.isArchived, !isArchived),
        sql`${salesOrder.channelOrderId} IN (SELECT value FROM json_each(${JSON.stringify(orderIds)}))`,
      ),
    )
    .returning({ id: salesOrder.channelOrderId });
  return moved.length;
}

interface OrderKey {
  connectionId: string;
  channelOrderId: string;
  version: number;
  projectionVersion: number;
}

/**
 * Statements that make the order's lines the given ones, where the order's row is of this very
 * projection: the lines of a newer one stay. An unchanged line costs no write.
 */
function saveLines(db: Database, key: OrderKey, lines: readonly ProjectedLine[]) {
  const { connectionId, channelOrderId, version, projectionVersion } = key;
  const rows = JSON.stringify(lines);
  const isOwn = sql`EXISTS (SELECT 1 FROM ${salesOrder} o WHERE o.connection_id = ${connectionId}
    AND o.channel_order_id = ${channelOrderId} AND o.version = ${version}
    AND o.projection_version = ${projectionVersion})`;
  const isOfOrder = and(
    eq(salesLine.connectionId, connectionId),
    eq(salesLine.channelOrderId, channelOrderId),
  );
  return [
    db
      .insert(salesLine)
      .select(
        sql`SELECT ${connectionId}, ${channelOrderId}, value->>'lineId',
          value->>'channelProductId', value->>'channelSkuId', value->>'sellerSku',
          value->>'productId', value->>'variantId', value->>'title', value->>'units',
          value->>'paidMinor', value->>'isCancelled', value->>'packageId'
        FROM json_each(${rows}) WHERE ${isOwn}`,
      )
      .onConflictDoUpdate({
        target: [salesLine.connectionId, salesLine.channelOrderId, salesLine.lineId],
        set: Object.fromEntries(CONTENT.map((name) => [name, excluded(name)])),
        setWhere: sql.join(
          CONTENT.map((name) => sql`${salesLine[name]} IS NOT ${excluded(name)}`),
          sql` OR `,
        ),
      }),
    db.delete(salesLine).where(
      sql`${isOfOrder} AND ${isOwn} AND ${salesLine.lineId} NOT IN
          (SELECT value->>'lineId' FROM json_each(${rows}))`,
    ),
  ] as const;
}

/** What a line says, besides whose it is. */
const CONTENT = [
  "channelProductId",
  "channelSkuId",
  "sellerSku",
  "productId",
  "variantId",
  "title",
  "units",
  "paidMinor",
  "isCancelled",
  "packageId",
] as const satisfies readonly (keyof typeof salesLine.$inferSelect)[];

const excluded = (name: (typeof CONTENT)[number]) => sql.raw(`excluded."${salesLine[name].name}"`);
