/** Parcels that the channel's own carrier takes: how they leave the seller, and what the store hears of what was sent. */
import { isImportable, type ChannelOrder } from "./channel-order";
import { openLines } from "./order-draft";
import type { OrderRecord } from "./order-record";

/** Whether the channel's own carrier brings what the seller sends. */
export const isByChannel = ({ shippingBy, fulfilment }: ChannelOrder): boolean =>
  shippingBy === "channel" && fulfilment === "seller";

/** The packages that lines name, each once. */
const packagesOf = (lines: ChannelOrder["lines"]): string[] => [
  ...new Set(lines.flatMap(({ packageId }) => packageId || [])),
];

/** Packages whose shipment nobody has arranged; none where the channel makes them only with the label. */
export function waitingPackages(order: ChannelOrder): string[] {
  const waiting = openLines(order).filter(({ trackingNumber }) => !trackingNumber);
  const named = packagesOf(waiting);
  const isUntouched = waiting.length === openLines(order).length;
  return named.length === 0 && isUntouched ? [...order.packageIds] : named;
}

/** Whether the channel takes the word that the parcel is ready for its carrier. */
export const canHandOver = (order: ChannelOrder): boolean =>
  isByChannel(order) &&
  isImportable(order) &&
  !order.hasCancelRequest &&
  waitingPackages(order).length > 0;

/** Packages that are arranged and not yet in the carrier's hands: as long there are labels of them. */
export function labelPackages(order: ChannelOrder): string[] {
  const isTime = order.state === "awaiting_collection" || order.state === "partially_shipped";
  if (!isTime || !isByChannel(order)) return [];
  const arranged = openLines(order).filter(({ trackingNumber }) => trackingNumber);
  const named = packagesOf(arranged);
  return named.length === 0 && arranged.length > 0 ? [...order.packageIds] : named;
}

const SENT_STATES: readonly ChannelOrder["state"][] = [
  "awaiting_collection",
  "in_transit",
  "delivered",
  "completed",
];

/** The numbers of all parcels of an order, one a line; empty while a part of it is not sent. */
function sentNumbers(order: ChannelOrder): string[] {
  if (order.fulfilment === "channel" || !SENT_STATES.includes(order.state)) return [];
  const lines = openLines(order).toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const numbers = lines.map(({ trackingNumber }) => trackingNumber ?? "");
  return numbers.includes("") ? [] : numbers;
}

/**
 * What the store's order is to be given of what the channel shows: the number of its parcel, of the first where there
 * are several, and the state of being shipped once the goods have left. What the channel's carrier is to
 * collect is still with the seller, and a buyer may cancel it. Undefined: nothing.
 */
export function owedShipment({
  order,
  importState,
  fulfilment,
}: OrderRecord): { number: string; isGone: boolean } | undefined {
  const numbers = sentNumbers(order);
  const { numberInStore, shippedInStore } = fulfilment;
  const number = numbers.find((one) => one === numberInStore) ?? numbers[0];
  if (number === undefined || importState.status !== "imported" || fulfilment.isCancelled)
    return undefined;
  const isGone = order.shippingBy === "seller" || order.state !== "awaiting_collection";
  const isShown = fulfilment.parcels.some(
    ({ trackingNumber, notified }) =>
      numbers.includes(trackingNumber.trim()) ||
      (notified !== null && numbers.includes(notified.trackingNumber)),
  );
  const hasNumber = isShown || numberInStore === number;
  const isDone = !isGone || shippedInStore === number || (isShown && fulfilment.isShipped);
  return hasNumber && isDone ? undefined : { number, isGone };
}
