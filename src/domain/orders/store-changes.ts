/**
 * What a merchant made of the store's order since its import, held against the channel's order. Pure;
 * it decides nothing about either shop.
 */
import { keyOfVariant } from "../catalogue/source-product";
import type { ChannelOrder } from "./channel-order";
import type { ImportState } from "./order-claim";
import type { OrderDraft, VariantLink } from "./order-draft";
import type { OrderFigures } from "./order-figures";

/** What a state of the store means for the channel, as the merchant says; without a row its flags do. */
export const STATE_MEANINGS = ["shipped", "cancelled", "nothing"] as const;
export type StateMeaning = (typeof STATE_MEANINGS)[number];

export interface StateRule {
  orderStateId: string;
  meaning: StateMeaning;
}

/** The state of an order in the store. */
export interface StoreState {
  id: string;
  name: string;
  isPaid: boolean;
  /** Made by the merchant, not by the store's software. */
  isOwn: boolean;
}

/** What the store's software says of an order in a state. */
export interface StateFlags {
  state: StoreState;
  isShipped: boolean;
  isDelivered: boolean;
  isCancelled: boolean;
}

/** The store's order as it is now. */
export interface StoreOrderNow extends StateFlags {
  /** States it was in before, oldest first; absent where they were not read or cannot be. */
  earlier?: readonly StateFlags[];
  parcels: readonly { trackingNumber: string }[];
  /** Units by variant; absent where the store did not list them. */
  contents?: readonly (VariantLink & { units: number })[];
  /** Absent where the store's currency is not known. */
  figures?: OrderFigures;
  /** Present where the store keeps no parcel of the order, as of goods it calls virtual: no number can be entered. */
  takesNoNumber?: true;
}

/** How the store's order differs from what Weft made; a part that does not differ is absent. */
export interface StoreChanges {
  /** Open lines of the channel's order that the store's order holds no more. */
  removedLineIds?: readonly string[];
  /** When that was seen first, epoch ms. */
  removedSeenAt?: number;
  /** Units the store's order holds beyond the channel's. */
  addedUnits?: number;
  /** Units in the store's order. */
  units?: number;
  figures?: OrderFigures;
  /** A state that tells the channel nothing and is no step on the usual path. */
  silentState?: { id: string; name: string };
  /** The store knows the order no more. */
  isMissing?: true;
}

export interface Known {
  order: Pick<ChannelOrder, "lines">;
  draft: OrderDraft | null;
  importState: ImportState;
  before: StoreChanges;
}

/** The differences; lines are not compared where a variant of the order is not linked any more. */
export function compareStoreOrder(
  known: Known,
  now: StoreOrderNow,
  rules: readonly StateRule[],
  links: () => ReadonlyMap<string, VariantLink>,
  at: number,
): StoreChanges {
  const silentState = silentStateOf(now, rules);
  const figures = changedFigures(known, now.figures);
  return {
    ...(now.contents ? compareLines(known, now.contents, links, at) : {}),
    ...(figures ? { figures } : {}),
    ...(silentState ? { silentState } : {}),
  };
}

function compareLines(
  { order, draft, before }: Known,
  contents: NonNullable<StoreOrderNow["contents"]>,
  links: () => ReadonlyMap<string, VariantLink>,
  at: number,
): StoreChanges {
  const units = contents.reduce((sum, one) => sum + one.units, 0);
  if (isAsDrafted(draft, contents) && order.lines.every(({ isCancelled }) => !isCancelled))
    return {};
  const left = new Map<string, number>();
  for (const one of contents)
    left.set(keyOfVariant(one), (left.get(keyOfVariant(one)) ?? 0) + one.units);
  const removedLineIds: string[] = [];
  // Open lines first: what the store holds of a variant stands for them.
  const lines = order.lines.toSorted((a, b) => Number(a.isCancelled) - Number(b.isCancelled));
  for (const { id, channelSkuId, isCancelled } of lines) {
    const link = links().get(channelSkuId);
    if (!link) return {};
    const free = left.get(keyOfVariant(link)) ?? 0;
    if (free > 0) left.set(keyOfVariant(link), free - 1);
    else if (!isCancelled) removedLineIds.push(id);
  }
  const addedUnits = [...left.values()].reduce((sum, more) => sum + more, 0);
  return {
    units,
    ...(removedLineIds.length > 0
      ? { removedLineIds, removedSeenAt: before.removedSeenAt ?? at }
      : {}),
    ...(addedUnits > 0 ? { addedUnits } : {}),
  };
}

function isAsDrafted(
  draft: OrderDraft | null,
  contents: NonNullable<StoreOrderNow["contents"]>,
): boolean {
  const sums = new Map<string, number>();
  for (const line of draft?.lines ?? [])
    sums.set(keyOfVariant(line), (sums.get(keyOfVariant(line)) ?? 0) + line.quantity);
  for (const one of contents)
    sums.set(keyOfVariant(one), (sums.get(keyOfVariant(one)) ?? 0) - one.units);
  return [...sums.values()].every((difference) => difference === 0);
}

function changedFigures(
  { importState }: Known,
  now: OrderFigures | undefined,
): OrderFigures | undefined {
  if (!now || importState.status !== "imported" || !importState.storeOrder) return undefined;
  const { figures } = importState.storeOrder;
  const isSame =
    figures.totalMinor === now.totalMinor &&
    figures.productsMinor === now.productsMinor &&
    figures.shippingMinor === now.shippingMinor &&
    figures.discountMinor === now.discountMinor;
  return isSame ? undefined : now;
}

/** What only a person can tell; a state with a rule has been explained. */
function silentStateOf(
  now: StoreOrderNow,
  rules: readonly StateRule[],
): { id: string; name: string } | undefined {
  const { state } = now;
  if (rules.some(({ orderStateId }) => orderStateId === state.id)) return undefined;
  const { isShipped, isCancelled } = readState(now, rules);
  if (isShipped || isCancelled || isBeforeShipping(state, hasNumber(now))) return undefined;
  return { id: state.id, name: state.name };
}

/**
 * Whether a state that is neither shipped nor cancelled comes before both. On the usual path to
 * "shipped" an order counts as paid; a state of the merchant's own with a tracking number is past it.
 */
export function isBeforeShipping({ isPaid, isOwn }: StoreState, isNumbered: boolean): boolean {
  return isPaid && !(isOwn && isNumbered);
}

const hasNumber = ({ parcels }: Pick<StoreOrderNow, "parcels">): boolean =>
  parcels.some(({ trackingNumber }) => trackingNumber.trim() !== "");

/**
 * What the store says of the order, by the flags of its state or as the merchant mapped it. Behind a
 * state that says nothing, such as "Refunded", what the order was last still holds: goods that left did
 * not come back by it. One back on the way to "shipped" takes that back.
 */
export function readState(
  now: Pick<StoreOrderNow, keyof StateFlags | "earlier" | "parcels">,
  rules: readonly StateRule[],
): { isShipped: boolean; isCancelled: boolean } {
  const isNumbered = hasNumber(now);
  for (const flags of [now, ...(now.earlier ?? []).toReversed()]) {
    const meaning = meaningOf(flags, rules);
    if (meaning !== "nothing")
      return { isShipped: meaning === "shipped", isCancelled: meaning === "cancelled" };
    if (isBeforeShipping(flags.state, isNumbered)) break;
  }
  return { isShipped: false, isCancelled: false };
}

function meaningOf(flags: StateFlags, rules: readonly StateRule[]): StateMeaning {
  const rule = rules.find(({ orderStateId }) => orderStateId === flags.state.id);
  if (rule) return rule.meaning;
  if (flags.isCancelled) return "cancelled";
  return flags.isShipped || flags.isDelivered ? "shipped" : "nothing";
}
