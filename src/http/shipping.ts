import type { shippingRoutes } from "../contract/shipping";
import { ordersOf } from "../db/orders/read-orders";
import type { ChannelOrder } from "../domain/orders/channel-order";
import { SyncError } from "../domain/errors/sync-error";
import { labelPackages } from "../domain/orders/hand-over";
import type { PackingRefusal } from "../domain/orders/packing";
import type { Handlers } from "./call";
import { record } from "./record";
import { readOrderDetail } from "./views/order-view";

const REFUSALS = {
  nothing: "order.nothing_to_pack",
  incomplete: "order.parcels_incomplete",
  number: "order.parcel_number",
} as const satisfies Record<PackingRefusal, string>;

export const shippingHandlers: Handlers<typeof shippingRoutes> = {
  async "POST /api/connections/:id/orders/:orderId/hand-over"(call) {
    const { services, connection, params, body } = call;
    const { orderId } = params;
    await readOrderDetail(services, connection, orderId);
    if (!(await services.ledger(connection.id).handOver(orderId, body.method)))
      throw new SyncError("merchant", "order.nothing_to_arrange");
    const facts = { order: orderId, method: body.method };
    await record(call, connection.id, "order.handed_over", facts);
    return readOrderDetail(services, connection, orderId);
  },

  async "POST /api/connections/:id/orders/:orderId/parcels"(call) {
    const { services, connection, params, body } = call;
    const { orderId } = params;
    await readOrderDetail(services, connection, orderId);
    const refusal = await services.ledger(connection.id).packOrder(orderId, body.parcels);
    if (refusal) throw new SyncError("merchant", REFUSALS[refusal]);
    const facts = { order: orderId, parcels: body.parcels.length };
    await record(call, connection.id, "order.packed", facts);
    return readOrderDetail(services, connection, orderId);
  },

  async "GET /api/connections/:id/orders/:orderId/labels"({ services, connection, params }) {
    const row = await ordersOf(services.db, connection.id).find(params.orderId);
    if (!row) throw new SyncError("merchant", "order.not_found");
    const packageIds = labelPackages(row.body as ChannelOrder);
    if (packageIds.length === 0) throw new SyncError("merchant", "order.no_label");
    const channel = await (await services.openConnection(connection.id)).channel();
    const labels = [];
    for (const packageId of packageIds) {
      const { trackingNumber = null, ...label } = await channel.readShippingDocument(
        packageId,
        "label",
      );
      labels.push({ packageId, ...label, trackingNumber });
    }
    return { labels };
  },
};
