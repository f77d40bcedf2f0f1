/** Parcels that the channel's own carrier takes: how they leave the seller, and what the store hears of what was sent. */
import { isImportable, type ChannelOrder } from "./channel-order";
import { openLines } from "./order-draft";
import type { OrderRecord } from "./order-record";
import { channelNumbers, joinNumbers, numbersIn } from "./packing";

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

/** The numbers of all parcels of an order; none while a part of it is not sent. */
function sentNumbers(order: ChannelOrder): string[] {
  if (order.fulfilment === "channel" || !SENT_STATES.includes(order.state)) return [];
  return openLines(order).every(({ trackingNumber }) => trackingNumber)
    ? channelNumbers(order)
    : [];
}

/**
 * What the store's order is to be given of what the channel shows: the numbers of its parcels, in one field, and the
 * state of being shipped once the goods have left. What the channel's carrier is to
 * collect is still with the seller, and a buyer may cancel it. Undefined: nothing.
 */
export function owedShipment({
  order,
  importState,
  fulfilment,
}: OrderRecord): { number: string; isGone: boolean } | undefined {
  const numbers = sentNumbers(order);
  const { numberInStore, shippedInStore } = fulfilment;
  if (numbers.length === 0 || importState.status !== "imported" || fulfilment.isCancelled)
    return undefined;
  const number = joinNumbers(numbers);
  const isGone = order.shippingBy === "seller" || order.state !== "awaiting_collection";
  const seen = fulfilment.parcels.flatMap(({ trackingNumber, notified }) => [
    ...numbersIn(trackingNumber),
    ...numbersIn(notified?.trackingNumber ?? ""),
  ]);
  const isShown = numbersIn(number).every((one) => seen.includes(one));
  const hasNumber = isShown || numberInStore === number;
  const isDone = !isGone || shippedInStore === number || (isShown && fulfilment.isShipped);
  return hasNumber && isDone ? undefined : { number, isGone };
}
