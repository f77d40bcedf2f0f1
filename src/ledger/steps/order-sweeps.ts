/** Recurring steps over all orders: what webhooks and events did not say. */
import { asSyncError } from "../../domain/errors/sync-error";
import type { TaskCounts } from "../../domain/tasks/task-counts";
import { pollOrders } from "../../sync/orders/poll-orders";
import { scanRefunds } from "../../sync/orders/scan-refunds";
import { scanShipments } from "../../sync/orders/scan-shipments";
import { sessionsOf, type Step, type StepContext } from "./step";

/** Open orders of one page; the records of a page are in memory at once. */
const OPEN_ORDERS = 500;

/** Goes on at once until the last page is read, then finishes the tasks that asked for the poll. */
export const pollOrdersStep: Step = async (context) => {
  const { storage, ports } = context;
  const { notes, orders } = storage;
  const { channel, connectedAt, now } = sessionsOf(context);
  const asked = notes.read("pollAsked");
  const { isComplete, found, changed } = await pollOrders({
    orders,
    channel,
    connectedAt,
    now,
    readPage: () => notes.read("pollPage"),
    writePage: (page) => notes.write("pollPage", page),
    readWatermark: () => notes.read("pollWatermark"),
    writeWatermark: (at) => notes.write("pollWatermark", at),
  });
  if (!isComplete) return now();
  if (asked !== notes.read("pollAnswered")) notes.write("pollAnswered", asked);
  await pollReturns(context);
  await finishTasks(context, { found, changed });
  return now() + ports.timing.orderPollMs;
};

/** Twice the longest pause in the platform's early webhook retries. */
const RETURNS_OVERLAP_MS = 60 * 60_000;

/**
 * The net under the events about returns: those of an order with a changed one are read again. Orders
 * never wait for it: what fails is asked for by the next poll.
 */
async function pollReturns(context: StepContext): Promise<void> {
  const { orders, notes } = context.storage;
  const { channel, now } = sessionsOf(context);
  const at = now();
  const from = (notes.read("returnsPolledAt") ?? at) - RETURNS_OVERLAP_MS;
  try {
    for (const orderId of await (await channel()).listReturned(from))
      if (orders.read(orderId)) orders.schedule("read-returns", orderId, at);
    notes.write("returnsPolledAt", at);
  } catch (caught) {
    context.ports.log.warn("ledger.returns_unread", { code: asSyncError(caught).code });
  }
}

/** A task that was added meanwhile stays for the next poll. */
async function finishTasks(
  { storage: { notes }, ports }: StepContext,
  counts: TaskCounts,
): Promise<void> {
  const taskIds = notes.read("pollTasks") ?? [];
  for (const taskId of taskIds) await ports.finishTask(taskId, counts);
  const added = (notes.read("pollTasks") ?? []).filter((taskId) => !taskIds.includes(taskId));
  notes.write("pollTasks", added);
}

export const scanShipmentsStep: Step = async (context) => {
  const { storage, ports, connection } = context;
  const { source, now } = sessionsOf(context);
  await scanShipments({
    orders: storage.orders,
    source,
    carriers: async () => (await connection()).carriers,
    stateRules: async () => (await connection()).stateRules,
    now,
    listOpen: (after) => storage.orderStore.listOpen(after, OPEN_ORDERS),
  });
  return now() + ports.timing.shipmentScanMs;
};

const REFUND_SCAN_MS = 5 * 60_000;
/** A key that may not read refunds is asked again this much later: a merchant may have let it. */
const UNREADABLE_MS = 60 * 60_000;

export const scanRefundsStep: Step = async (context) => {
  const { storage, ports } = context;
  const { notes, orders, orderStore } = storage;
  const { source, connectedAt, now } = sessionsOf(context);
  try {
    const isComplete = await scanRefunds({
      orders,
      findBySource: (sourceOrderId) => orderStore.findBySource(sourceOrderId),
      source,
      connectedAt,
      readUnmatched: () => notes.read("refundsUnmatched") ?? [],
      writeUnmatched: (refunds) => notes.write("refundsUnmatched", refunds),
      readCursor: () => notes.read("refundCursor"),
      writeCursor: (cursor) => notes.write("refundCursor", cursor),
      now,
    });
    return isComplete ? now() + REFUND_SCAN_MS : now();
  } catch (caught) {
    if (asSyncError(caught).code !== "prestashop.permission_missing") throw caught;
    ports.log.warn("ledger.refunds_unread", {});
    return now() + UNREADABLE_MS;
  }
};
