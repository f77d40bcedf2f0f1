/** Parcels that the channel's own carrier takes: how they leave the seller, and what the store hears of what was sent. */
import { isImportable, type ChannelOrder } from "./channel-order";
import { openLines } from "./order-draft";
import type { OrderRecord } from "./order-record";

/** Packages whose shipment nobody has arranged; none where the channel makes them only with the label. */
export function waitingPackages(order: ChannelOrder): string[] {
  const waiting = openLines(order).filter(({ trackingNumber }) => !trackingNumber);
  const named = waiting.flatMap(({ packageId }) => packageId || []);
  const isUntouched = waiting.length === openLines(order).length;
  return named.length === 0 && isUntouched ? [...order.packageIds] : [...new Set(named)];
}

/** Whether the channel takes the word that the parcel is ready for its carrier. */
export const canHandOver = (order: ChannelOrder): boolean =>
  order.shippingBy === "channel" &&
  order.fulfilment === "seller" &&
  isImportable(order) &&
  !order.hasCancelRequest &&
  waitingPackages(order).length > 0;

const LABEL_STATES: readonly ChannelOrder["state"][] = [
  "awaiting_shipment",
  "partially_shipped",
  "awaiting_collection",
];

/** Packages that may have a label: the channel makes it once the shipment is arranged, until its carrier has it. */
export function labelPackages(order: ChannelOrder): string[] {
  const isOurs = order.shippingBy === "channel" && order.fulfilment === "seller";
  if (!isOurs || !LABEL_STATES.includes(order.state)) return [];
  const named = openLines(order).flatMap(({ packageId }) => packageId || []);
  return named.length === 0 ? [...order.packageIds] : [...new Set(named)];
}

/** Whether a part of the order is arranged. */
export const hasLabel = (order: ChannelOrder): boolean =>
  labelPackages(order).length > 0 && openLines(order).some(({ trackingNumber }) => trackingNumber);

const SENT_STATES: readonly ChannelOrder["state"][] = [
  "awaiting_collection",
  "in_transit",
  "delivered",
  "completed",
];

/** The number under which all of an order is on its way; undefined while a part of it is not. */
export function sentNumber(order: ChannelOrder): string | undefined {
  if (order.fulfilment === "channel" || !SENT_STATES.includes(order.state)) return undefined;
  const numbers = openLines(order).map(({ trackingNumber }) => trackingNumber ?? "");
  return numbers.includes("") ? undefined : numbers.at(-1);
}

/**
 * The channel has a number that the store's order does not show: the channel's carrier gave it, or the seller
 * typed it in the channel's own pages.
 */
export function owesShipped({ order, importState, fulfilment }: OrderRecord): boolean {
  const number = sentNumber(order);
  if (number === undefined || importState.status !== "imported" || fulfilment.isCancelled)
    return false;
  if (fulfilment.shippedInStore === number) return false;
  const isShown = fulfilment.parcels.some(
    ({ trackingNumber, notified }) =>
      trackingNumber.trim() === number || notified?.trackingNumber === number,
  );
  return !(isShown && fulfilment.isShipped);
}
