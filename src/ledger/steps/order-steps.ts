/** Steps of one order; `id` is the channel's order. */
import { projectRecord } from "../../domain/orders/order-projection";
import { cancelChannel } from "../../sync/orders/cancel-channel";
import { cancelSource } from "../../sync/orders/cancel-source";
import { exportShipment } from "../../sync/orders/export-shipment";
import { importOrder } from "../../sync/orders/import-order";
import { refreshOrder } from "../../sync/orders/refresh-order";
import { reread } from "../ingest";
import { sessionsOf, type Step, type StepContext } from "./step";

function orderDeps(context: StepContext) {
  const { storage, ports, connection } = context;
  return {
    ...sessionsOf(context),
    orders: storage.orders,
    carriers: async () => (await connection()).carriers,
    rereadStock: (productIds: readonly string[]) =>
      reread(storage, "stock", productIds, ports.now()),
  };
}

export const refreshOrderStep: Step = async (context, id) => {
  await refreshOrder(orderDeps(context), id);
  return undefined;
};

/**
 * By webservice an order costs some 25 requests, so the gate lets in only as many as have budget.
 */
export const importOrderStep: Step = async (context, id) => {
  const { connection, gate, storage } = context;
  const { transport, requestsPerMinute, wording } = await connection();
  const run = () => importOrder({ ...orderDeps(context), wording }, id);
  const isBegun = Object.keys(storage.orderStore.read(id)?.progress ?? {}).length > 0;
  await (transport === "module" ? run() : gate.pass(requestsPerMinute, isBegun, run));
  return undefined;
};

export const exportShipmentStep: Step = (context, id) => exportShipment(orderDeps(context), id);

export const cancelSourceStep: Step = async (context, id) => {
  await cancelSource(orderDeps(context), id);
  return undefined;
};

export const cancelChannelStep: Step = async (context, id) => {
  await cancelChannel(orderDeps(context), id);
  return undefined;
};

/** Writes the order, with the history the read model lacks, into the read model. */
export const projectOrderStep: Step = async ({ storage: { orderStore }, ports }, id) => {
  const record = orderStore.read(id);
  if (!record) return undefined;
  const { entries, upTo } = orderStore.listUnprojected(id);
  await ports.projectOrder(projectRecord(record, entries));
  orderStore.markProjected(id, record.version, upTo);
  return undefined;
};
