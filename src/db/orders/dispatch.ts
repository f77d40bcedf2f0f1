import { sql, type SQL } from "drizzle-orm";
import { windowStart, type DispatchFigures, type Due } from "../../domain/orders/dispatch";
import type { Database } from "../database";
import { salesOrder } from "../schema/orders";

/** An order is to be sent within days; one placed longer ago is in no window of a rate any more. */
const LONGEST_HANDLING_MS = 30 * 86_400_000;

/** Not handed over yet, or not all of it. */
const isUnsent = sql`channel_state IN ('awaiting_shipment', 'partially_shipped')`;
/** As the index of the deadlines has it. */
const SHIP_BY = sql`coalesce(ship_by, 9999999999999)`;
const WAITING_TABS = sql`tab IN ('unsynced', 'unfulfilled')`;

/** Orders to be sent that are late, or have to go later today. `endOfDay`, `now`: epoch ms. */
export function whereDue(due: Due, now: number, endOfDay: number): SQL {
  return due === "late"
    ? sql`(${WAITING_TABS} AND ${isUnsent} AND ${SHIP_BY} < ${now})`
    : sql`(${WAITING_TABS} AND ${isUnsent} AND ${SHIP_BY} >= ${now} AND ${SHIP_BY} <= ${endOfDay})`;
}

/** The figures of a connection's orders; those of the rates cost the orders of some weeks. Epoch ms. */
export async function readDispatch(
  db: Database,
  connectionId: string,
  now: number,
  endOfDay: number,
): Promise<DispatchFigures> {
  const from = windowStart(now);
  const own = sql`connection_id = ${connectionId}`;
  const isSellers = sql`(tab <> 'platform'
    AND (tab <> 'cancelled' OR body->>'fulfilment' = 'seller'))`;
  const isPaid = sql`paid_at IS NOT NULL AND placed_at >= ${from}`;
  const wasToGo = sql`ship_by >= ${from} AND ship_by < ${now} AND tab <> 'cancelled'
    AND (shipped_at IS NOT NULL OR ${isUnsent})`;
  const [rates] = await db.all<Omit<DispatchFigures, "late" | "today">>(sql`
    SELECT count(*) FILTER (WHERE ${isPaid}) AS orders,
      count(*) FILTER (WHERE ${isPaid} AND channel_state = 'cancelled'
        AND cancelled_by IN ('seller', 'system')) AS cancelled,
      count(*) FILTER (WHERE ${wasToGo}) AS dispatched,
      count(*) FILTER (WHERE ${wasToGo} AND coalesce(shipped_at, ${now}) > ship_by) AS dispatchedLate
    FROM ${salesOrder}
    WHERE ${own} AND placed_at >= ${from - LONGEST_HANDLING_MS} AND ${isSellers}`);
  const [open] = await db.all<Pick<DispatchFigures, Due>>(sql`
    SELECT count(*) FILTER (WHERE ${whereDue("late", now, endOfDay)}) AS late,
      count(*) FILTER (WHERE ${whereDue("today", now, endOfDay)}) AS today
    FROM ${salesOrder} WHERE ${own} AND ${WAITING_TABS} AND ${SHIP_BY} <= ${endOfDay}`);
  const none = { late: 0, today: 0, orders: 0, cancelled: 0, dispatched: 0, dispatchedLate: 0 };
  return { ...none, ...rates, ...open };
}
