/** Buyers whose time is up, found and forgotten in the read model. Figures, goods and times stay. */
import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Database } from "../database";
import { HELD, salesOrder } from "../schema/orders";

const DAY_MS = 86_400_000;

export interface DueOrder {
  connectionId: string;
  channelOrderId: string;
}

/**
 * Orders that ended longer ago than their connection's setting keeps buyers, whatever its state.
 * `usualDays`: where a connection was never set.
 */
export function listDueBuyers(
  db: Database,
  usualDays: number,
  limit: number,
  now: number,
): Promise<DueOrder[]> {
  return db.all(sql`
    SELECT connection.id AS connectionId, channel_order_id AS channelOrderId
    FROM connection CROSS JOIN sales_order INDEXED BY sales_order_held
      ON sales_order.connection_id = connection.id
    WHERE ${HELD} AND body->>'$.updatedAt' < ${now} - ${DAY_MS}
      * coalesce(json_extract(connection.settings, '$.forgetBuyersDays'), ${usualDays})
    LIMIT ${limit}`);
}

/** The ended orders of the buyer of an order, that one first among them. */
export async function listOrdersOfBuyer(
  db: Database,
  connectionId: string,
  channelOrderId: string,
): Promise<string[]> {
  const isOrder = eq(salesOrder.channelOrderId, channelOrderId);
  const sameBuyer = sql`${salesOrder.buyerKey} = (SELECT buyer_key FROM sales_order WHERE
    connection_id = ${connectionId} AND channel_order_id = ${channelOrderId})`;
  const rows = await db
    .select({ id: salesOrder.channelOrderId })
    .from(salesOrder)
    .where(and(eq(salesOrder.connectionId, connectionId), HELD, or(isOrder, sameBuyer)));
  return rows.map(({ id }) => id);
}

/** Takes the buyers out of these orders' rows; repeating it changes nothing. */
export async function forgetBuyersOf(
  db: Database,
  connectionId: string,
  channelOrderIds: readonly string[],
  now: number,
): Promise<void> {
  await db
    .update(salesOrder)
    .set({
      buyerName: "",
      searchBuyer: "",
      buyerKey: null,
      forgottenAt: now,
      body: sql`json_set(json_remove(${salesOrder.body}, '$.address'),
        '$.buyer', json('{"id":"","nickname":"","email":"","message":""}'))`,
    })
    .where(
      and(
        eq(salesOrder.connectionId, connectionId),
        inArray(salesOrder.channelOrderId, [...channelOrderIds]),
      ),
    );
}
