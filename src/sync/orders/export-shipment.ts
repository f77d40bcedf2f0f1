/**
 * Tells the channel what the store says of an order's fulfilment. Both words are read afresh: the
 * channel's calls have no idempotency key, so what it shows decides whether to call at all.
 */
import type { ChannelOrder } from "../../domain/orders/channel-order";
import { withProblem, type OrderRecord, type HistoryEntry } from "../../domain/orders/order-record";
import {
  planShipment,
  type CarrierChoice,
  type ShipmentStep,
} from "../../domain/orders/plan-shipment";
import type { ChannelSession } from "../../platforms/channel";
import type { SourceSession, SourceShipment } from "../../platforms/source";
import type { OrderRepository } from "./order-journal";
import { planNext } from "./plan-next";
import { refreshOrder } from "./refresh-order";

type Channel = Pick<ChannelSession, "readOrders" | "shipOrder" | "shipPackage" | "updateTracking">;

export interface ExportShipmentDeps {
  book: OrderRepository;
  channel(): Promise<Channel>;
  source(): Promise<Pick<SourceSession, "readShipments">>;
  carriers(): Promise<readonly CarrierChoice[]>;
  now(): number;
}

/** The channel shows a shipment a moment after the call. */
const SETTLE_MS = 3_000;

/** A number asks for another run at that moment. */
export async function exportShipment(
  deps: ExportShipmentDeps,
  orderId: string,
): Promise<number | undefined> {
  const known = deps.book.read(orderId);
  if (known?.importState.status !== "imported") return undefined;
  const { sourceOrderId } = known.importState;
  const [shipment] = await (await deps.source()).readShipments([sourceOrderId]);
  if (!shipment) return undefined;
  const order = await refreshOrder(deps, orderId);
  const carriers = await deps.carriers();
  const record = noteShipment(deps, orderId, shipment);
  if (!record) return undefined;
  const step = planShipment(order, record.fulfilment, carriers, deps.now());
  return applyStep(deps, order, step);
}

/** Keeps the store's word. */
export function noteShipment(
  deps: Pick<ExportShipmentDeps, "book" | "now">,
  orderId: string,
  shipment: SourceShipment,
): OrderRecord | undefined {
  return deps.book.atomically(() => {
    const record = deps.book.read(orderId);
    if (!record) return undefined;
    const isShipped = shipment.isShipped || shipment.isDelivered;
    const fulfilment = {
      ...record.fulfilment,
      isShipped,
      isCancelled: shipment.isCancelled,
      trackingNumber: shipment.trackingNumber,
      carrierReference: shipment.carrierReference,
      carrierName: shipment.carrierName,
      shippedSeenAt: isShipped ? (record.fulfilment.shippedSeenAt ?? deps.now()) : null,
    };
    if (JSON.stringify(fulfilment) === JSON.stringify(record.fulfilment)) return record;
    return deps.book.write({ ...record, fulfilment }, []);
  });
}

async function applyStep(
  deps: ExportShipmentDeps,
  order: ChannelOrder,
  step: ShipmentStep,
): Promise<number | undefined> {
  switch (step.step) {
    case "none":
      recordQuiet(deps, order);
      return undefined;
    case "await-tracking":
      return step.until;
    case "problem":
      settle(deps, order.id, (record) => withProblem(record, "shipment", step.reason));
      return undefined;
    case "cancel-channel":
      deps.book.schedule("cancel-channel", order.id, deps.now());
      return undefined;
    case "already-told":
      told(deps, order.id, step.packageId, step.trackingNumber, "shipped");
      return undefined;
    default:
      await tell(deps, order, step);
      deps.book.schedule("refresh-order", order.id, deps.now() + SETTLE_MS);
      return undefined;
  }
}

/** Nothing to tell; a cancelled order may be in order now that the store cancelled it, too. */
function recordQuiet(deps: ExportShipmentDeps, order: ChannelOrder): void {
  settle(deps, order.id, (record) => withProblem(record, "shipment", null));
  if (order.state !== "cancelled") return;
  deps.book.atomically(() => {
    const record = deps.book.read(order.id);
    if (record) planNext(deps.book, record, [], deps.now());
  });
}

type Telling = Extract<ShipmentStep, { step: "ship-lines" | "ship-packages" | "change-tracking" }>;

async function tell(deps: ExportShipmentDeps, order: ChannelOrder, step: Telling): Promise<void> {
  const channel = await deps.channel();
  const { trackingNumber, providerId } = step;
  switch (step.step) {
    case "ship-lines": {
      const { lineIds } = step;
      const draft = { orderId: order.id, lineIds, trackingNumber, providerId };
      const { packageId } = await channel.shipOrder(draft);
      return told(deps, order.id, packageId, trackingNumber, "shipped");
    }
    case "ship-packages":
      for (const packageId of step.packageIds)
        await channel.shipPackage(packageId, trackingNumber, providerId);
      return told(deps, order.id, step.packageIds[0] ?? "", trackingNumber, "shipped");
    case "change-tracking":
      await channel.updateTracking(order.id, step.packageId, trackingNumber, providerId);
      return told(deps, order.id, step.packageId, trackingNumber, "tracking");
  }
}

function told(
  deps: ExportShipmentDeps,
  orderId: string,
  packageId: string,
  trackingNumber: string,
  kind: "shipped" | "tracking",
): void {
  const at = deps.now();
  const facts = { trackingNumber };
  settle(
    deps,
    orderId,
    (record) => ({
      ...withProblem(record, "shipment", null),
      fulfilment: { ...record.fulfilment, told: { trackingNumber, packageId, at } },
    }),
    [{ key: `${kind}:${trackingNumber}`, kind, facts, at }],
  );
}

function settle(
  deps: Pick<ExportShipmentDeps, "book">,
  orderId: string,
  change: (record: OrderRecord) => OrderRecord,
  entries: readonly HistoryEntry[] = [],
): void {
  deps.book.atomically(() => {
    const record = deps.book.read(orderId);
    if (!record) return;
    const next = change(record);
    if (entries.length > 0 || JSON.stringify(next) !== JSON.stringify(record))
      deps.book.write(next, entries);
  });
}
