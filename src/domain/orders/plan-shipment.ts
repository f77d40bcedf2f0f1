/**
 * What must be sent to the channel about the fulfilment of an order. Pure; the channel's order handed
 * in was read just before, because notifying it twice is not harmless.
 */
import { isImportable, type ChannelOrder, type HandoverMethod } from "./channel-order";
import { openLines } from "./order-draft";
import { waitingPackages } from "./hand-over";
import { channelNumbers, nextPlanned, storeNumbers, unpackedLines } from "./packing";
import type { Fulfilment } from "./order-record";
import { canCancelPart, removedLines } from "./store-reason";
import { shownParcel, type PackedByHand, type Parcel } from "./parcel";
import type { Reason } from "../errors/reason";

export interface CarrierChoice {
  carrierReference: string;
  providerId: string;
}

export type ShipmentStep =
  | { step: "none" }
  /** Shipped without a number: give the merchant until `until` to enter it. */
  | { step: "await-tracking"; until: number }
  | { step: "problem"; reason: Reason }
  /** `planned`: a parcel that a person packed; more of the plan may follow. */
  | {
      step: "ship-lines";
      lineIds: string[];
      trackingNumber: string;
      providerId: string;
      planned?: PackedByHand;
    }
  /** The channel's own carrier takes these packages. */
  | { step: "hand-over"; packageIds: string[]; method: HandoverMethod }
  | { step: "change-tracking"; packageId: string; trackingNumber: string; providerId: string }
  /** The channel has it already: only remember that. */
  | { step: "already-sent"; packageId: string; trackingNumber: string }
  | { step: "cancel-channel" }
  /** Lines left the store's order: the merchant may still be editing it until `until`. */
  | { step: "await-lines"; until: number }
  | { step: "cancel-lines"; lineIds: string[] };

/** Time to enter a number after "shipped": most back offices ask for it a click later. */
export const TRACKING_PATIENCE_MS = 10 * 60_000;

/** Longest time in which a channel that accepted a cancellation shows it. */
const CONFIRMED_WITHIN_MS = 60 * 60_000;

/** Decides by the store's word, the channel's fresh word and the carrier table. */
export function planShipment(
  order: ChannelOrder,
  store: Fulfilment,
  carriers: readonly CarrierChoice[],
  now: number,
): ShipmentStep {
  if (store.isCancelled) return planCancel(order, store, now);
  if (order.fulfilment === "channel" || order.state === "cancelled") return { step: "none" };
  const part = planPart(order, store, now);
  if (part) return part;
  if (order.shippingBy === "channel" && isImportable(order)) return planHandOver(order, store);
  const planned = planPacked(order, store, carriers);
  if (planned) return planned;
  if (!store.isShipped) return { step: "none" };
  const parcel = shownParcel(store.parcels);
  const tracking = parcel.trackingNumber.trim();
  if (!isImportable(order)) return planChange(order, store, carriers);
  if (order.hasCancelRequest)
    return { step: "problem", reason: { code: "shipment.cancel_requested", facts: {} } };
  if (!tracking) {
    const until = (store.shippedSeenAt ?? now) + TRACKING_PATIENCE_MS;
    if (now < until) return { step: "await-tracking", until };
    return { step: "problem", reason: { code: "shipment.tracking_missing", facts: {} } };
  }
  const providerId = providerOf(parcel, carriers);
  if (!providerId) return { step: "problem", reason: carrierUnmapped(parcel) };
  const numbers = unusedNumbers(order, store);
  const removed = removedLines(order, store);
  const left = unpackedLines(order).filter((id) => !removed.includes(id));
  if (numbers.length > 1 && left.length > 1) return { step: "problem", reason: unclear(numbers) };
  return planShip(order, removed, numbers.at(-1) ?? tracking, providerId);
}

/** Numbers of the store under which nothing was sent yet. */
const unusedNumbers = (order: ChannelOrder, { parcels }: Fulfilment): string[] => {
  const used = channelNumbers(order);
  return storeNumbers(parcels).filter((number) => !used.includes(number));
};

/** The store has numbers of several parcels and does not say what is in which. */
const unclear = (numbers: readonly string[]): Reason => ({
  code: "shipment.parcels_unclear",
  facts: { trackingNumbers: numbers.join(", ") },
});

/** What a person packed goes out parcel by parcel, whatever the store says of its state. */
function planPacked(
  order: ChannelOrder,
  store: Fulfilment,
  carriers: readonly CarrierChoice[],
): ShipmentStep | undefined {
  const next = nextPlanned(order, store, removedLines(order, store));
  if (!next) return undefined;
  if (order.hasCancelRequest)
    return { step: "problem", reason: { code: "shipment.cancel_requested", facts: {} } };
  const providerId = providerOf(next, carriers);
  const carrierName = next.carrierReference;
  if (!providerId) return { step: "problem", reason: carrierUnmapped({ ...next, carrierName }) };
  const { lineIds, trackingNumber, carrierReference } = next;
  const planned = { lineIds: [...lineIds], trackingNumber, carrierReference };
  return { step: "ship-lines", lineIds: [...lineIds], trackingNumber, providerId, planned };
}

/**
 * Lines that the merchant took out of the store's order are cancelled before the rest is shipped, so
 * that the channel never counts as sent what stays on the shelf. Undefined: there is nothing to cancel.
 */
function planPart(order: ChannelOrder, store: Fulfilment, now: number): ShipmentStep | undefined {
  const lineIds = removedLines(order, store);
  if (lineIds.length === 0 || !isImportable(order) || order.hasCancelRequest) return undefined;
  if (!canCancelPart(store)) return undefined;
  const until = (store.changes?.removedSeenAt ?? now) + TRACKING_PATIENCE_MS;
  if (!store.isShipped && now < until) return { step: "await-lines", until };
  return { step: "cancel-lines", lineIds };
}

/**
 * Label and number come from the channel, which takes none of the seller's: it is told that the parcel is ready,
 * by whoever says so first, a person in Weft or the store's order. Where the channel makes the package only
 * with the label, the seller buys that in the channel's own pages.
 */
function planHandOver(order: ChannelOrder, { isShipped, handover }: Fulfilment): ShipmentStep {
  if (!isShipped && handover === undefined) return { step: "none" };
  if (order.hasCancelRequest)
    return { step: "problem", reason: { code: "shipment.cancel_requested", facts: {} } };
  const packageIds = waitingPackages(order);
  if (packageIds.length === 0)
    return { step: "problem", reason: { code: "shipment.by_channel", facts: {} } };
  return { step: "hand-over", packageIds, method: handover ?? "agreed" };
}

/** `removed`: lines that the store does not send. */
function planShip(
  order: ChannelOrder,
  removed: readonly string[],
  trackingNumber: string,
  providerId: string,
): ShipmentStep {
  const unsent = openLines(order).filter(
    ({ id, trackingNumber: sent }) => !sent && !removed.includes(id),
  );
  if (unsent.length === 0) return { step: "none" };
  return { step: "ship-lines", lineIds: unsent.map(({ id }) => id), trackingNumber, providerId };
}

/**
 * Already handed over: a number entered or corrected later is relayed once it differs. Of several parcels the one
 * is meant whose number the store shows no more.
 */
function planChange(
  order: ChannelOrder,
  { parcels, packing = [] }: Fulfilment,
  carriers: readonly CarrierChoice[],
): ShipmentStep {
  const parcel = shownParcel(parcels);
  const { notified } = parcel;
  const tracking = parcel.trackingNumber.trim();
  if (!tracking || order.state === "unpaid" || order.state === "on_hold") return { step: "none" };
  if (notified?.trackingNumber === tracking) return { step: "none" };
  const [used, shown] = [channelNumbers(order), storeNumbers(parcels)];
  const fresh = shown.filter((number) => !used.includes(number));
  const lost = used.filter((number) => !shown.includes(number));
  const isMany = used.length > 1;
  const meant = isMany ? lost[0] : used[0];
  const sent = openLines(order).find(
    (line) => line.trackingNumber && line.trackingNumber === meant,
  );
  const noted = isMany ? undefined : notified?.packageId;
  const packageId = noted ?? sent?.packageId ?? order.packageIds[0] ?? "";
  if (used.length > 0 && fresh.length === 0)
    return { step: "already-sent", packageId, trackingNumber: tracking };
  // Sent by hand in the seller's pages with another number: theirs stays.
  const isOurs = parcels.some((one) => one.notified) || packing.some((one) => one.packageId);
  if (!isOurs || !packageId) return { step: "none" };
  if (order.state === "delivered" || order.state === "completed") return { step: "none" };
  const [number = tracking] = fresh;
  const isClear = used.length === 0 || (fresh.length === 1 && lost.length === 1);
  if (!isClear) return { step: "problem", reason: unclear(fresh) };
  const providerId = providerOf(parcel, carriers);
  if (!providerId) return { step: "problem", reason: carrierUnmapped(parcel) };
  return { step: "change-tracking", packageId, trackingNumber: number, providerId };
}

function planCancel(order: ChannelOrder, store: Fulfilment, now: number): ShipmentStep {
  if (order.state === "cancelled" || store.sourceCancelledAt !== null) return { step: "none" };
  if (store.channelCancelAskedAt === null) return { step: "cancel-channel" };
  const isWaiting = isImportable(order) || order.state === "on_hold" || order.state === "unpaid";
  if (isWaiting && now - store.channelCancelAskedAt < CONFIRMED_WITHIN_MS) return { step: "none" };
  if (isWaiting)
    return { step: "problem", reason: { code: "order.cancel_unconfirmed", facts: {} } };
  // Asked, and sent all the same: both sides must not disagree in silence.
  const facts = { state: order.state };
  return { step: "problem", reason: { code: "order.cancel_too_late", facts } };
}

function providerOf(
  parcel: Pick<Parcel, "carrierReference">,
  carriers: readonly CarrierChoice[],
): string | undefined {
  const row = carriers.find((choice) => choice.carrierReference === parcel.carrierReference);
  return row?.providerId || undefined;
}

function carrierUnmapped({
  carrierName,
  carrierReference,
}: Pick<Parcel, "carrierName" | "carrierReference">): Reason {
  const facts = { carrier: carrierName, carrierReference };
  return { code: "shipment.carrier_unmapped", facts };
}
