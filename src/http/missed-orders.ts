import type { missedOrderRoutes } from "../contract/missed-orders";
import { readKnownOrders } from "../db/orders/known-orders";
import { SyncError } from "../domain/errors/sync-error";
import { listMissed, type MissedOrder } from "../sync/orders/list-missed";
import { startSyncMissed } from "../tasks/start-sync-missed";
import type { Handlers } from "./call";
import { record } from "./record";

const LONGEST_MS = 90 * 24 * 3_600_000;

export const missedOrderHandlers: Handlers<typeof missedOrderRoutes> = {
  async "GET /api/connections/:id/missed-orders"({ services, connection, query }) {
    const { from, before, cursor } = query;
    if (before <= from || before - from > LONGEST_MS)
      throw new SyncError("merchant", "orders.window_invalid");
    const { channel, createdAt: connectedAt } = await services.openConnection(connection.id);
    const readKnown = (ids: readonly string[]) => readKnownOrders(services.db, connection.id, ids);
    const page = await listMissed(
      { channel, readKnown, connectedAt },
      { from, until: before },
      cursor,
    );
    return { rows: page.missed.map(toRow), inStore: page.inStore, next: page.next ?? null };
  },

  async "POST /api/connections/:id/missed-orders"(call) {
    const { services, viewer, connection, body } = call;
    const { orderIds } = body;
    const started = await startSyncMissed(services, connection.id, orderIds, viewer.name);
    const facts = { task: started.taskId, count: orderIds.length };
    await record(call, connection.id, "order.missed_started", facts);
    return started;
  },
};

const toRow = ({ id, order, why, problem }: MissedOrder) => ({
  id,
  order: order && {
    channelState: order.state,
    placedAt: order.createdAt,
    totalMinor: order.money.totalMinor,
    currency: order.currency,
    buyerName: order.address?.name || order.buyer.nickname,
  },
  why,
  problem,
});
