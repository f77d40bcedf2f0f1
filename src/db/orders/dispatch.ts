import { sql, type SQL } from "drizzle-orm";
import { windowStart, type DispatchFigures, type Due } from "../../domain/orders/dispatch";
import type { Database } from "../database";
import { readTogether } from "../read-together";
import { ORDER_GROUP, salesOrder } from "../schema/orders";

/** Not handed over yet, or not all of it. */
const isUnsent = sql`channel_state IN ('awaiting_shipment', 'partially_shipped')`;
/** As the index of the deadlines has it. */
const SHIP_BY = sql`coalesce(ship_by, 9999999999999)`;
/** By the group, as the index has it: an order in the archive waits for nobody. */
const IS_WAITING = sql`${ORDER_GROUP} IN ('unsynced', 'unfulfilled')`;

/** Orders to be sent that are late, or have to go later today. `endOfDay`, `now`: epoch ms. */
export function whereDue(due: Due, now: number, endOfDay: number): SQL {
  return due === "late"
    ? sql`(${IS_WAITING} AND ${isUnsent} AND ${SHIP_BY} < ${now})`
    : sql`(${IS_WAITING} AND ${isUnsent} AND ${SHIP_BY} >= ${now} AND ${SHIP_BY} <= ${endOfDay})`;
}

/** To be sent by the seller; of a cancelled order its tab does not say it. */
const IS_SELLERS = sql`(tab <> 'platform'
  AND (tab <> 'cancelled' OR body->>'fulfilment' = 'seller'))`;

/** Orders to be sent by the end of the day, late ones too; a walk along the index of the deadlines by group. */
export const countDue = (connectionId: string, now: number, endOfDay: number): SQL =>
  sql`SELECT count(*) FILTER (WHERE ${whereDue("late", now, endOfDay)}) AS late,
      count(*) FILTER (WHERE ${whereDue("today", now, endOfDay)}) AS today
    FROM ${salesOrder} WHERE connection_id = ${connectionId} AND ${IS_WAITING}
      AND ${SHIP_BY} <= ${endOfDay}`;

/** The figures of a connection's orders: three walks along an index, of the orders of the window. Epoch ms. */
export async function readDispatch(
  db: Database,
  connectionId: string,
  now: number,
  endOfDay: number,
): Promise<DispatchFigures> {
  const from = windowStart(now);
  const own = sql`connection_id = ${connectionId}`;
  const walks = [
    sql`SELECT count(*) AS orders,
        count(*) FILTER (WHERE channel_state = 'cancelled'
          AND cancelled_by IN ('seller', 'system')) AS cancelled
      FROM ${salesOrder}
      WHERE ${own} AND placed_at >= ${from} AND paid_at IS NOT NULL AND ${IS_SELLERS}`,
    sql`SELECT count(*) AS dispatched,
        count(*) FILTER (WHERE coalesce(shipped_at, ${now}) > ship_by) AS dispatchedLate
      FROM ${salesOrder}
      WHERE ${own} AND ship_by >= ${from} AND ship_by < ${now} AND tab <> 'cancelled'
        AND tab <> 'platform' AND (shipped_at IS NOT NULL OR ${isUnsent})`,
    countDue(connectionId, now, endOfDay),
  ];
  const none = { late: 0, today: 0, orders: 0, cancelled: 0, dispatched: 0, dispatchedLate: 0 };
  const answers = await readTogether(db, walks);
  return Object.assign(none, ...answers.map(([row]) => row)) as DispatchFigures;
}
