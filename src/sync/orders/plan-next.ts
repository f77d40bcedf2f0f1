import { mayHaveMade } from "../../domain/orders/order-claim";
import { goneSkus, openLines, unlinkedSkus } from "../../domain/orders/order-draft";
import {
  owesDelivery,
  withProblem,
  type OrderRecord,
  type HistoryEntry,
} from "../../domain/orders/order-record";
import { shownParcel } from "../../domain/orders/parcel";
import { addressToSend, isAddressLate } from "../../domain/orders/moved-address";
import { canHandOver, owedShipment } from "../../domain/orders/hand-over";
import { owesParcel } from "../../domain/orders/packing";
import { planOrder } from "../../domain/orders/plan-order";
import { openRefund } from "../../domain/orders/store-refund";
import { storeReason } from "../../domain/orders/store-reason";
import type { Reason } from "../../domain/errors/reason";
import type { OrderRepository } from "./order-repository";

/**
 * Stores a record and schedules its next step together. Every change of an order ends here, so no
 * order waits for a step that is not scheduled. Call it inside `orders.atomically`.
 */
export function planNext(
  orders: OrderRepository,
  seen: OrderRecord,
  entries: readonly HistoryEntry[],
  now: number,
): OrderRecord {
  const record = withOpenQuestions(seen);
  const links = orders.links(record);
  const next = planOrder(record, unlinkedSkus(record.order, links), goneSkus(record.order, links));
  const { id } = record.order;
  switch (next.step) {
    case "hold":
      return writeIfChanged(orders, ...hold(record, next.reason, entries, now));
    case "import":
      orders.schedule("import-order", id, now);
      return writeIfChanged(orders, ...release(record, entries, now));
    case "cancel-source":
      orders.schedule("cancel-source", id, now);
      break;
    case "warn":
      return writeIfChanged(orders, withProblem(record, "cancel", next.reason), entries);
    case "follow-store":
      if (owesChannel(record)) orders.schedule("export-shipment", id, now);
      if (addressToSend(record)) orders.schedule("change-address", id, now);
      if (owedShipment(record)) orders.schedule("mark-shipped", id, now);
      if (owesDelivery(record)) orders.schedule("mark-delivered", id, now);
      return writeIfChanged(orders, followed(record), entries);
    case "wait":
      return writeIfChanged(orders, closeWaiting(record), entries);
  }
  return writeIfChanged(orders, record, entries);
}

/** Writes a record that changed: planning all waiting orders again must not cost a row each. */
function writeIfChanged(
  orders: OrderRepository,
  record: OrderRecord,
  entries: readonly HistoryEntry[],
): OrderRecord {
  const known = entries.length === 0 && orders.read(record.order.id);
  if (known && JSON.stringify(known) === JSON.stringify(record)) return known;
  return orders.write(record, entries);
}

type Written = [OrderRecord, HistoryEntry[]];

function hold(
  record: OrderRecord,
  reason: Reason,
  entries: readonly HistoryEntry[],
  at: number,
): Written {
  const before = record.importState;
  const isSame =
    before.status === "held" && JSON.stringify(before.reason) === JSON.stringify(reason);
  const held = withProblem(
    { ...record, importState: { status: "held", reason } },
    "import",
    reason,
  );
  const key = `held:${record.version}`;
  return [
    held,
    isSame ? [...entries] : [...entries, { key, kind: "held", facts: { ...reason }, at }],
  ];
}

function release(record: OrderRecord, entries: readonly HistoryEntry[], at: number): Written {
  const { status } = record.importState;
  if (status !== "none" && status !== "held") return [record, [...entries]];
  const waiting = withProblem(
    { ...record, importState: { status: "waiting", tries: 0 } },
    "import",
    null,
  );
  if (status === "none") return [waiting, [...entries]];
  const key = `released:${record.version}`;
  return [waiting, [...entries, { key, kind: "released", facts: {}, at }]];
}

/** An order that needs no import any more waits for none; a cancelled one has no open problems. */
function closeWaiting(record: OrderRecord): OrderRecord {
  const { importState, progress } = record;
  const { status } = importState;
  const isRefusedForGood =
    status === "parked" &&
    record.order.state === "cancelled" &&
    !mayHaveMade(importState, progress);
  if (status === "held" || status === "waiting" || isRefusedForGood)
    return withProblem({ ...record, importState: { status: "none" } }, "import", null);
  if (record.order.state !== "cancelled" || status !== "imported") return record;
  const steps = ["cancel", "shipment", "sent", "address"] as const;
  return steps.reduce((closed, step) => withProblem(closed, step, null), record);
}

/** What waits for a person's answer, whatever step comes next. */
function withOpenQuestions(seen: OrderRecord): OrderRecord {
  const refunded = withProblem(seen, "refund", openRefund(seen));
  const asked = withProblem(refunded, "request", openRequest(seen));
  return withProblem(withProblem(asked, "return", openReturn(seen)), "store", storeReason(seen));
}

/** A return that the seller must answer, or whose goods are on their way back. */
function openReturn({ order: { returns = [] } }: OrderRecord): Reason | null {
  const asked = returns.find(({ state }) => state === "asked");
  if (asked) return { code: "order.return_asked", facts: { reason: asked.reason } };
  const isSentBack = returns.some(({ state }) => state === "sent_back");
  return isSentBack ? { code: "order.return_sent_back", facts: {} } : null;
}

/** A buyer who asks to cancel waits for the seller's answer, and shipping does, too. */
function openRequest({ order, fulfilment }: OrderRecord): Reason | null {
  if (!order.hasCancelRequest || order.state === "cancelled") return null;
  if (fulfilment.isCancelled || fulfilment.requestAnswer) return null;
  return { code: "order.cancel_requested", facts: {} };
}

/** What the store's order lacks of the channel's; an address that was late stays late until shipped. */
function followed(record: OrderRecord): OrderRecord {
  const withLines = withProblem(record, "lines", lostLines(record));
  if (addressToSend(record)) return withLines;
  const late = isAddressLate(record) ? { code: "order.address_late", facts: {} } : null;
  return withProblem(withLines, "address", late);
}

function owesChannel(record: OrderRecord): boolean {
  const { order, fulfilment } = record;
  if (owesParcel(record)) return true;
  if (fulfilment.handover !== undefined && canHandOver(order)) return true;
  const { notified, trackingNumber } = shownParcel(fulfilment.parcels);
  const owesShipment = fulfilment.isShipped && notified?.trackingNumber !== trackingNumber.trim();
  return owesShipment || (fulfilment.isCancelled && fulfilment.channelCancelAskedAt === null);
}

/** Cancelled lines of an order the store has whole: only a person can take a line out there. */
function lostLines({ order, draft, fulfilment }: OrderRecord): Reason | null {
  const drafted = (draft?.lines ?? []).reduce((sum, line) => sum + line.quantity, 0);
  const ordered = fulfilment.changes?.units ?? drafted;
  const left = openLines(order).length;
  if (!draft || left >= ordered) return null;
  const gone = order.lines.filter((line) => line.isCancelled).map((line) => line.sellerSku);
  return { code: "order.lines_cancelled", facts: { skus: [...new Set(gone)] } };
}
