/**
 * How a person packs an order into several parcels, and the numbers of several parcels in the store's one field.
 * A plan is checked when it is made and read against the channel's present order before each parcel is sent.
 */
import { isImportable, type ChannelOrder } from "./channel-order";
import { openLines } from "./order-draft";
import type { Fulfilment, OrderRecord } from "./order-record";
import type { PackedByHand, Parcel, PlannedParcel } from "./parcel";

/** Why a plan is not taken: nothing waits, a unit is left out or packed twice, or a number is no good. */
export type PackingRefusal = "nothing" | "incomplete" | "number";

/** Units that no parcel took, neither on the channel nor by the plan so far. */
export function unpackedLines(
  order: Pick<ChannelOrder, "lines">,
  packing: Fulfilment["packing"] = [],
): string[] {
  const sent = packing.filter(({ packageId }) => packageId !== undefined);
  const taken = new Set(sent.flatMap(({ lineIds }) => lineIds));
  const waiting = openLines(order).filter(({ trackingNumber }) => !trackingNumber);
  return waiting.map(({ id }) => id).filter((id) => !taken.has(id));
}

/** Whether a person may say which unit goes in which parcel: the seller's carrier brings what still lies here. */
export const canPack = (order: ChannelOrder, packing?: Fulfilment["packing"]): boolean =>
  order.shippingBy === "seller" &&
  order.fulfilment === "seller" &&
  isImportable(order) &&
  !order.hasCancelRequest &&
  unpackedLines(order, packing).length > 0;

/** What the channel takes as a number. */
const NUMBER = /^[A-Za-z0-9-]{1,64}$/;

/** Null: every unit that waits is in exactly one parcel, each under a number of its own. */
export function checkPacking(
  order: ChannelOrder,
  packing: Fulfilment["packing"],
  parcels: readonly PackedByHand[],
): PackingRefusal | null {
  if (!canPack(order, packing)) return "nothing";
  const packed = parcels.flatMap(({ lineIds }) => lineIds).toSorted();
  const waiting = unpackedLines(order, packing).toSorted();
  const isWhole = packed.length === waiting.length && packed.every((id, at) => id === waiting[at]);
  if (!isWhole || parcels.some(({ lineIds }) => lineIds.length === 0)) return "incomplete";
  const numbers = parcels.map(({ trackingNumber }) => trackingNumber);
  const used = new Set([...channelNumbers(order), ...numbers]);
  const isNew = used.size === channelNumbers(order).length + numbers.length;
  return isNew && numbers.every((number) => NUMBER.test(number)) ? null : "number";
}

/** The plan with new parcels for what none was sent of. */
export const withPlan = (
  packing: Fulfilment["packing"] = [],
  parcels: readonly PackedByHand[],
): PlannedParcel[] => [...packing.filter(({ packageId }) => packageId !== undefined), ...parcels];

/**
 * The plan once the channel has a parcel of it. Somebody may have packed anew while it was sent: it is kept as it went
 * out, and its units are in no other parcel.
 */
export function withSent(
  packing: Fulfilment["packing"] = [],
  sent: PackedByHand,
  packageId: string,
): PlannedParcel[] {
  const isSent = ({ packageId: known }: PlannedParcel) => known !== undefined;
  const others = packing.filter(({ trackingNumber }) => trackingNumber !== sent.trackingNumber);
  const waiting = others
    .filter((parcel) => !isSent(parcel))
    .map((parcel) => ({
      ...parcel,
      lineIds: parcel.lineIds.filter((id) => !sent.lineIds.includes(id)),
    }));
  return [
    ...others.filter(isSent),
    { ...sent, packageId },
    ...waiting.filter(({ lineIds }) => lineIds.length > 0),
  ];
}

/**
 * The next parcel of the plan with what of it still waits: units that were cancelled, taken out of the store's order or
 * sent meanwhile are in no parcel. `removed`: lines that the store does not send.
 */
export function nextPlanned(
  order: ChannelOrder,
  { packing = [] }: Pick<Fulfilment, "packing">,
  removed: readonly string[] = [],
): PlannedParcel | undefined {
  if (order.shippingBy !== "seller" || !isImportable(order)) return undefined;
  const waiting = new Set(unpackedLines(order, packing).filter((id) => !removed.includes(id)));
  return packing
    .filter(({ packageId }) => packageId === undefined)
    .map((parcel) => ({ ...parcel, lineIds: parcel.lineIds.filter((id) => waiting.has(id)) }))
    .find(({ lineIds }) => lineIds.length > 0);
}

/** A parcel of a plan is still to be sent. */
export const owesParcel = ({ order, fulfilment }: OrderRecord): boolean =>
  !order.hasCancelRequest && nextPlanned(order, fulfilment) !== undefined;

/** The numbers under which the channel shows parcels of an order, each once, in the order of the lines' ids. */
export const channelNumbers = (order: Pick<ChannelOrder, "lines">): string[] => {
  const lines = openLines(order).toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return [...new Set(lines.flatMap(({ trackingNumber }) => trackingNumber || []))];
};

/** The numbers in a field of the store, which holds those of several parcels; a stroke within a number is part of it. */
export const numbersIn = (field: string): string[] => [
  ...new Set(
    field
      .split(/[,;]|\s\/\s/)
      .map((number) => number.trim())
      .filter(Boolean),
  ),
];

/** The numbers of the store's parcels, each once. */
export const storeNumbers = (parcels: readonly Pick<Parcel, "trackingNumber">[]): string[] => [
  ...new Set(parcels.flatMap(({ trackingNumber }) => numbersIn(trackingNumber))),
];

/** What the store's field holds at most, in characters. */
const FIELD_LENGTH = 64;

/** The numbers in the store's one field; as many as it holds. */
export function joinNumbers(numbers: readonly string[]): string {
  const [first = "", ...others] = numbers;
  return others.reduce((field, number) => {
    const longer = `${field} / ${number}`;
    return longer.length > FIELD_LENGTH ? field : longer;
  }, first);
}

/** A parcel as the channel shows it; `packageId`: null where it does not say. */
export interface SentParcel {
  packageId: string | null;
  trackingNumber: string;
  lineIds: string[];
}

/** What was sent of an order, a parcel for each number and package. */
export function sentParcels(order: Pick<ChannelOrder, "lines">): SentParcel[] {
  const parcels = new Map<string, SentParcel>();
  for (const { id, packageId = null, trackingNumber } of openLines(order)) {
    if (!trackingNumber) continue;
    const key = `${packageId} ${trackingNumber}`;
    const parcel = parcels.get(key) ?? { packageId, trackingNumber, lineIds: [] };
    parcel.lineIds.push(id);
    parcels.set(key, parcel);
  }
  return [...parcels.values()];
}
