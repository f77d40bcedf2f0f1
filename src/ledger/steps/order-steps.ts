/** Steps of one order; `id` is the channel's order. */
import { asSyncError } from "../../domain/errors/sync-error";
import { projectRecord } from "../../domain/orders/order-projection";
import type { OrderRecord } from "../../domain/orders/order-record";
import { answerRequest } from "../../sync/orders/answer-request";
import { cancelChannel } from "../../sync/orders/cancel-channel";
import { cancelSource } from "../../sync/orders/cancel-source";
import { changeAddress } from "../../sync/orders/change-address";
import { exportShipment } from "../../sync/orders/export-shipment";
import { importOrder } from "../../sync/orders/import-order";
import { markDelivered } from "../../sync/orders/mark-delivered";
import { markShipped } from "../../sync/orders/mark-shipped";
import { readReturns } from "../../sync/orders/read-returns";
import { refreshOrder } from "../../sync/orders/refresh-order";
import type { ProjectionReason } from "../../sync/orders/project-order";
import { projectionEntity } from "../entities";
import { reread } from "../ingest";
import { sessionsOf, type Step, type StepContext } from "./step";

/** Orders of one run; the read model takes each in a statement of its own. */
const REPROJECTED_PER_RUN = 50;

function orderDeps(context: StepContext) {
  const { storage, ports, connection } = context;
  return {
    ...sessionsOf(context),
    orders: storage.orders,
    carriers: async () => (await connection()).carriers,
    stateRules: async () => (await connection()).stateRules,
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

export const cancelChannelStep: Step = (context, id) =>
  cancelChannel(
    { ...orderDeps(context), cancelReason: async () => (await context.connection()).cancelReason },
    id,
  );

export const answerRequestStep: Step = async (context, id) => {
  await answerRequest(orderDeps(context), id);
  return undefined;
};

export const changeAddressStep: Step = async (context, id) => {
  await changeAddress(orderDeps(context), id);
  return undefined;
};

export const markDeliveredStep: Step = async (context, id) => {
  const writesDelivered = async () => (await context.connection()).writesDelivered;
  await markDelivered({ ...orderDeps(context), writesDelivered }, id);
  return undefined;
};

export const markShippedStep: Step = async (context, id) => {
  const writesShipped = async () => (await context.connection()).writesShipped;
  await markShipped({ ...orderDeps(context), writesShipped }, id);
  return undefined;
};

export const readReturnsStep: Step = async (context, id) => {
  await readReturns(orderDeps(context), id);
  return undefined;
};

/** A variant that was deleted is back: orders held for its sake are planned again. */
export const releaseOrdersStep: Step = async ({ storage }) => {
  storage.orders.atomically(() => storage.orders.releaseHeld());
  return undefined;
};

/** Writes the order, with the history the read model lacks, into the read model. */
export const projectOrderStep: Step = async (context, id) => {
  const record = context.storage.orderStore.read(id);
  if (record) await project(context, record, "news");
  return undefined;
};

/**
 * Projects one page of the orders that are shown in an older shape, and goes on until there are
 * none. An order that cannot be saved now is left to its own step.
 */
export const reprojectOrdersStep: Step = async (context) => {
  const { storage, ports } = context;
  const { notes, orderStore, outbox } = storage;
  const page = orderStore.listOlderShapes(notes.read("reprojectAfter") ?? "", REPROJECTED_PER_RUN);
  for (const record of page) {
    const { id } = record.order;
    await project(context, record, "shape").catch((caught: unknown) => {
      ports.log.warn("ledger.reprojection_failed", { code: asSyncError(caught).code });
      outbox.schedule("project-order", projectionEntity(id), ports.now());
    });
  }
  const isComplete = page.length < REPROJECTED_PER_RUN;
  notes.write("reprojectAfter", isComplete ? undefined : page.at(-1)?.order.id);
  return isComplete ? undefined : ports.now();
};

async function project(
  { storage: { orders, orderStore }, ports }: StepContext,
  record: OrderRecord,
  reason: ProjectionReason,
): Promise<void> {
  const { id } = record.order;
  const { entries, upTo } = orderStore.listUnprojected(id);
  await ports.projectOrder(projectRecord(record, entries, orders.links(record)), reason);
  orderStore.markProjected(id, record.version, upTo);
}
