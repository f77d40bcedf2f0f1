/**
 * Sends the store's shipment of an order to the channel. Store and channel are both read first: the
 * channel's calls have no idempotency key, so its present order decides whether to call at all.
 */
import { asSyncError } from "../../domain/errors/sync-error";
import type { ChannelOrder } from "../../domain/orders/channel-order";
import { waitingPackages } from "../../domain/orders/hand-over";
import { withProblem, type OrderRecord, type HistoryEntry } from "../../domain/orders/order-record";
import { owesParcel, withSent } from "../../domain/orders/packing";
import { withNotified, type PackedByHand } from "../../domain/orders/parcel";
import {
  planShipment,
  type CarrierChoice,
  type ShipmentStep,
} from "../../domain/orders/plan-shipment";
import type { StateRule } from "../../domain/orders/store-changes";
import type { HandoverMethod } from "../../domain/orders/channel-order";
import type { ChannelSession } from "../../platforms/channel";
import type { Handover } from "../../platforms/channel-package";
import type { SourceSession } from "../../platforms/source";
import type { OrderRepository } from "./order-repository";
import { planNext } from "./plan-next";
import { cancelLines } from "./cancel-lines";
import { recordMissing, recordShipment } from "./record-shipment";
import { refreshOrder, type RefreshOrderDeps } from "./refresh-order";

type Channel = Pick<
  ChannelSession,
  "readOrders" | "shipOrder" | "handOver" | "updateTracking" | "cancelOrder"
>;

export interface ExportShipmentDeps extends Pick<RefreshOrderDeps, "connectedAt"> {
  orders: OrderRepository;
  channel(): Promise<Channel>;
  source(): Promise<Pick<SourceSession, "readShipments">>;
  carriers(): Promise<readonly CarrierChoice[]>;
  /** What the merchant says states of the store mean. */
  stateRules(): Promise<readonly StateRule[]>;
  now(): number;
}

/** The channel shows a shipment a moment after the call. */
const SHOWN_AFTER_MS = 3_000;

/** A number asks for another run at that moment (epoch ms). */
export async function exportShipment(
  deps: ExportShipmentDeps,
  orderId: string,
): Promise<number | undefined> {
  const known = deps.orders.read(orderId);
  if (known?.importState.status !== "imported") return undefined;
  const { sourceOrderId } = known.importState;
  const [shipment] = await (await deps.source()).readShipments([sourceOrderId]);
  if (!shipment) return recordMissing(deps, orderId);
  const order = await refreshOrder(deps, orderId);
  const carriers = await deps.carriers();
  const record = recordShipment(deps, orderId, shipment, await deps.stateRules());
  if (!record) return undefined;
  const step = planShipment(order, record.fulfilment, carriers, deps.now());
  return applyStep(deps, order, step);
}

async function applyStep(
  deps: ExportShipmentDeps,
  order: ChannelOrder,
  step: ShipmentStep,
): Promise<number | undefined> {
  switch (step.step) {
    case "none":
      recordUpToDate(deps, order);
      return undefined;
    case "await-tracking":
    case "await-lines":
      return step.until;
    case "cancel-lines":
      return cancelLines(deps, order.id, step.lineIds);
    case "problem":
      changeRecord(deps, order.id, (record) => withProblem(record, "shipment", step.reason));
      return undefined;
    case "cancel-channel":
      deps.orders.schedule("cancel-channel", order.id, deps.now());
      return undefined;
    case "already-sent":
      recordSent(deps, order.id, step.packageId, step.trackingNumber, "shipped");
      return undefined;
    case "hand-over":
      await handOver(deps, order.id, step.packageIds, step.method);
      // A person waits for the label; what the channel shows late is read once more.
      if (waitingPackages(await refreshOrder(deps, order.id)).length > 0)
        deps.orders.schedule("refresh-order", order.id, deps.now() + SHOWN_AFTER_MS);
      return undefined;
    default:
      await sendShipment(deps, order, step);
      deps.orders.schedule("refresh-order", order.id, deps.now() + SHOWN_AFTER_MS);
      return nextParcelAt(deps, order.id);
  }
}

/** The next parcel of a plan goes out at once, by what both shops say then. */
function nextParcelAt({ orders, now }: ExportShipmentDeps, orderId: string): number | undefined {
  const record = orders.read(orderId);
  return record && owesParcel(record) ? now() : undefined;
}

/**
 * Nothing to send. The problem of a cancelled order closes once the store has cancelled it as well.
 */
function recordUpToDate(deps: ExportShipmentDeps, order: ChannelOrder): void {
  changeRecord(deps, order.id, (record) => withProblem(withoutHandover(record), "shipment", null));
  if (order.state !== "cancelled") return;
  deps.orders.atomically(() => {
    const record = deps.orders.read(order.id);
    if (record) planNext(deps.orders, record, [], deps.now());
  });
}

const withoutHandover = (record: OrderRecord): OrderRecord => {
  const { handover: _done, ...fulfilment } = record.fulfilment;
  return { ...record, fulfilment };
};

const HANDOVERS: Readonly<Record<HandoverMethod, Handover | undefined>> = {
  agreed: undefined,
  drop_off: { method: "drop_off" },
  pick_up: { method: "pick_up" },
};

/** A package that is arranged already needs no second word; its number comes with the order that is read next. */
async function handOver(
  deps: ExportShipmentDeps,
  orderId: string,
  packageIds: readonly string[],
  method: HandoverMethod,
): Promise<void> {
  const channel = await deps.channel();
  for (const packageId of packageIds)
    await channel.handOver(packageId, HANDOVERS[method]).catch((caught: unknown) => {
      if (!asSyncError(caught).code.endsWith(".already_shipped")) throw caught;
    });
  const entry = {
    key: `handed_over:${packageIds.join()}`,
    kind: "handed_over" as const,
    facts: { method },
    at: deps.now(),
  };
  const change = (record: OrderRecord) => withProblem(withoutHandover(record), "shipment", null);
  changeRecord(deps, orderId, change, [entry]);
}

type ShipmentCall = Extract<ShipmentStep, { step: "ship-lines" | "change-tracking" }>;

async function sendShipment(
  deps: ExportShipmentDeps,
  order: ChannelOrder,
  step: ShipmentCall,
): Promise<void> {
  const channel = await deps.channel();
  const { trackingNumber, providerId } = step;
  switch (step.step) {
    case "ship-lines": {
      const { lineIds } = step;
      const draft = { orderId: order.id, lineIds, trackingNumber, providerId };
      const { packageId } = await channel.shipOrder(draft);
      if (step.planned) return recordPlanned(deps, order.id, packageId, step.planned);
      return recordSent(deps, order.id, packageId, trackingNumber, "shipped");
    }
    case "change-tracking":
      await channel.updateTracking(order.id, step.packageId, trackingNumber, providerId);
      return recordSent(deps, order.id, step.packageId, trackingNumber, "tracking");
  }
}

/** The store does not have this number yet: it is given it once all parcels are sent. */
function recordPlanned(
  deps: ExportShipmentDeps,
  orderId: string,
  packageId: string,
  sent: PackedByHand,
): void {
  changeRecord(
    deps,
    orderId,
    (record) => {
      const { fulfilment } = record;
      const packing = withSent(fulfilment.packing, sent, packageId);
      return withProblem({ ...record, fulfilment: { ...fulfilment, packing } }, "shipment", null);
    },
    [sentEntry("shipped", sent.trackingNumber, deps.now())],
  );
}

const sentEntry = (
  kind: "shipped" | "tracking",
  trackingNumber: string,
  at: number,
): HistoryEntry => ({ key: `${kind}:${trackingNumber}`, kind, facts: { trackingNumber }, at });

function recordSent(
  deps: ExportShipmentDeps,
  orderId: string,
  packageId: string,
  trackingNumber: string,
  kind: "shipped" | "tracking",
): void {
  const at = deps.now();
  const notified = { trackingNumber, packageId, at };
  changeRecord(
    deps,
    orderId,
    (record) => ({
      ...withProblem(record, "shipment", null),
      fulfilment: {
        ...record.fulfilment,
        parcels: withNotified(record.fulfilment.parcels, notified),
      },
    }),
    [sentEntry(kind, trackingNumber, at)],
  );
}

function changeRecord(
  deps: Pick<ExportShipmentDeps, "orders">,
  orderId: string,
  change: (record: OrderRecord) => OrderRecord,
  entries: readonly HistoryEntry[] = [],
): void {
  deps.orders.atomically(() => {
    const record = deps.orders.read(orderId);
    if (!record) return;
    const next = change(record);
    if (entries.length > 0 || JSON.stringify(next) !== JSON.stringify(record))
      deps.orders.write(next, entries);
  });
}
