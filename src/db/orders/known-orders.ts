import { and, eq, sql } from "drizzle-orm";
import type { KnownOrder } from "../../domain/orders/missed-order";
import type { Database } from "../database";
import { salesOrder } from "../schema/orders";

/** Those of these orders that Weft knows, by the channel's ids. */
export async function readKnownOrders(
  db: Database,
  connectionId: string,
  orderIds: readonly string[],
): Promise<Map<string, KnownOrder>> {
  const { channelOrderId, sourceOrderId, tab, problem } = salesOrder;
  const rows = await db
    .select({ channelOrderId, sourceOrderId, tab, problem })
    .from(salesOrder)
    .where(
      and(
        eq(salesOrder.connectionId, connectionId),
        sql`${channelOrderId} IN (SELECT value FROM json_each(${JSON.stringify(orderIds)}))`,
      ),
    );
  return new Map(
    rows.map((row) => [
      row.channelOrderId,
      {
        isInStore: row.sourceOrderId !== null,
        isUnsynced: row.tab === "unsynced",
        problem: row.problem ?? null,
      },
    ]),
  );
}
