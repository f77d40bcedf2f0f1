import { sql } from "drizzle-orm";
import type { OrderProjection } from "../../domain/orders/order-projection";
import type { Database } from "../database";
import { orderEntry, salesOrder } from "../schema/orders";

/**
 * Saves the ledger's projection of an order and its history. Repeating it changes nothing, and a late
 * projection cannot overwrite a newer one: the version decides.
 */
export async function saveOrder(
  db: Database,
  connectionId: string,
  { entries, channelOrderId, version, ...shown }: OrderProjection,
  now: number,
): Promise<void> {
  const fields = { ...shown, version, updatedAt: now };
  const order = db
    .insert(salesOrder)
    .values({ connectionId, channelOrderId, ...fields })
    .onConflictDoUpdate({
      target: [salesOrder.connectionId, salesOrder.channelOrderId],
      set: fields,
      setWhere: sql`${salesOrder.version} < ${version}`,
    });
  const history = entries.map(({ key, kind, facts, at }) =>
    db
      .insert(orderEntry)
      .values({ connectionId, channelOrderId, entryKey: key, kind, facts, at })
      .onConflictDoNothing(),
  );
  await db.batch([order, ...history]);
}
