/** What the ledger knows of one order: the channel's word, the source's word, and what was done. */
import {
  isImportable,
  type BuyerAddress,
  type ChannelOrder,
  type HandoverMethod,
  type OrderState,
} from "./channel-order";
import { forgetBuyer } from "./forget-buyer";
import { reopenImport, type ImportState } from "./order-claim";
import type { OrderDraft, VariantLink } from "./order-draft";
import type { CancelAnswer } from "./cancel-reason";
import type { Facts } from "../facts";
import type { Parcel, PlannedParcel } from "./parcel";
import type { Reason } from "../errors/reason";
import type { StoreChanges } from "./store-changes";
import type { StoreRefund } from "./store-refund";

/** The fulfilment as the store shows it, and what of it was sent to the channel. */
export interface Fulfilment {
  isShipped: boolean;
  isCancelled: boolean;
  parcels: readonly Parcel[];
  /** When "shipped" was first seen; the wait for a late tracking number counts from here. */
  shippedSeenAt: number | null;
  /** When we put the source's order into its cancelled state. */
  sourceCancelledAt: number | null;
  /** When the channel was asked to cancel. */
  channelCancelAskedAt: number | null;
  /** What a person answers to the buyer's request to cancel; absent: nothing is to be sent. */
  requestAnswer?: CancelAnswer;
  /** What the merchant changed in the store's order; absent: nothing. */
  changes?: StoreChanges;
  /** Money given back in the store, oldest first; absent: none. */
  refunds?: readonly StoreRefund[];
  /** How much of it a person says the buyer has got. */
  refundsAcknowledgedMinor?: number;
  /** Where the store's order goes since its import; absent: where its draft says. */
  sentAddress?: BuyerAddress;
  /** The import was taken up again, so that the store may hold what an earlier try sent. */
  isAddressDoubtful?: true;
  /** When the store was told that the buyer has the goods, or nobody wanted it told; absent: it is to be. */
  deliveredAt?: number;
  /** How a person wants the channel's carrier to get the parcel; absent: nothing is to be arranged. */
  handover?: HandoverMethod;
  /** How a person packed the order into parcels; absent: the store says it. */
  packing?: readonly PlannedParcel[];
  /** The channel's number that the store's order was given, or that nobody wanted it given. */
  numberInStore?: string;
  /** The number under which the store's order was set to shipped, or under which nobody wanted that. */
  shippedInStore?: string;
  /** The channel refused to cancel a part of the order. */
  isPartRefused?: true;
}

/** Open problems by the step they belong to; a step that succeeds clears its own. */
export type OrderProblems = Partial<
  Record<
    | "import"
    | "shipment"
    | "delivery"
    | "sent"
    | "cancel"
    | "request"
    | "return"
    | "refund"
    | "address"
    | "store"
    | "lines",
    Reason
  >
>;

type LinksBySku = Readonly<Record<string, VariantLink>>;

/** By the channel's SKU. */
export interface OwnLinks {
  /** Chosen by a person for this order. */
  chosen?: LinksBySku;
  /** What the store's order was made of: a link that moves later changes no order. */
  drafted?: LinksBySku;
}

export interface OrderRecord {
  order: ChannelOrder;
  /** When the channel was read last, epoch ms. */
  readAt: number;
  importState: ImportState;
  /** Opaque ids on the way to the source's order. */
  progress: Readonly<Record<string, string>>;
  /** The draft of the first unclear try: a repeat must offer the same order. */
  draft: OrderDraft | null;
  fulfilment: Fulfilment;
  problems: OrderProblems;
  /** What SKUs of this order are in the store, where that is not what they are now. */
  links?: OwnLinks;
  /** When its buyer was forgotten, epoch ms; absent: it was not. */
  forgottenAt?: number;
  /** Grows with every change. */
  version: number;
}

export type HistoryKind =
  | "received"
  | "state"
  | "address"
  | "address_sent"
  | "held"
  | "released"
  | "variant_chosen"
  | "imported"
  | "shipped"
  | "tracking"
  | "handed_over"
  | "packed"
  | "shipped_in_store"
  | "delivered_in_store"
  | "cancelled"
  | "source_cancelled"
  | "cancel_asked"
  | "request_answered"
  | "part_cancelled"
  | "return"
  | "store_refund"
  | "refunds_acknowledged"
  | "failed"
  | "retried";

/** One entry of the order's history; the same `key` is kept once. */
export interface HistoryEntry {
  key: string;
  kind: HistoryKind;
  facts: Facts;
  at: number;
}

export const NO_FULFILMENT: Fulfilment = {
  isShipped: false,
  isCancelled: false,
  parcels: [],
  shippedSeenAt: null,
  sourceCancelledAt: null,
  channelCancelAskedAt: null,
};

/**
 * The record after the channel's order was read at `readAt`, or null when that word is no news. The
 * channel's times have whole seconds, so an equal time with other content counts as news.
 * `connectedAt`: since when the store's orders are Weft's business, epoch ms.
 */
export function receiveOrder(
  known: OrderRecord | undefined,
  received: ChannelOrder,
  readAt: number,
  connectedAt: number,
): { record: OrderRecord; entries: HistoryEntry[] } | null {
  const isForgotten = known?.forgottenAt !== undefined;
  const read = isForgotten ? forgetBuyer(received) : received;
  const order = withReturns(read, known?.order.returns);
  if (!known) {
    const record: OrderRecord = {
      order,
      readAt,
      importState: owedAtFirst(order, connectedAt),
      progress: {},
      draft: null,
      fulfilment: NO_FULFILMENT,
      problems: {},
      version: 0,
    };
    const facts = { state: order.state, totalMinor: order.money.totalMinor };
    return { record, entries: [{ key: "received", kind: "received", facts, at: readAt }] };
  }
  if (order.updatedAt < known.order.updatedAt) return null;
  if (JSON.stringify(order) === JSON.stringify(known.order)) return null;
  return {
    record: { ...known, order, readAt, importState: owedImport(known, order) },
    entries: changesBetween(known.order, order, readAt),
  };
}

/** The channel's order does not list its returns. */
export const withReturns = (
  order: ChannelOrder,
  returns: ChannelOrder["returns"],
): ChannelOrder => {
  const { returns: _before, ...others } = order;
  return returns && returns.length > 0 ? { ...others, returns } : others;
};

/**
 * An order first seen on its way was sent by hand while nobody listened. Sold since the connection
 * was made, it has not been taken from the store's count: its import is owed. An older one was the
 * merchant's own business.
 */
function owedAtFirst(order: ChannelOrder, connectedAt: number): ImportState {
  const soldAt = order.paidAt ?? order.createdAt;
  const isOwed = isToBeSent(order) && !isImportable(order) && soldAt >= connectedAt;
  return isOwed ? { status: "waiting", tries: 0 } : { status: "none" };
}

/**
 * An order that waited for its payment or its remorse hour and was next seen on its way was sent by
 * hand while nobody listened: its import is owed.
 */
function owedImport({ order: before, importState }: OrderRecord, after: ChannelOrder): ImportState {
  const isOwed = importState.status === "none" && isAhead(before.state) && isToBeSent(after);
  return isOwed ? { status: "waiting", tries: 0 } : importState;
}

/** Past the remorse hour, and the seller's to send. */
function isToBeSent({ fulfilment, state }: ChannelOrder): boolean {
  return fulfilment === "seller" && !isAhead(state) && state !== "cancelled";
}

/** True while an order is not due yet. */
function isAhead(state: OrderState): boolean {
  return state === "unpaid" || state === "on_hold";
}

function changesBetween(before: ChannelOrder, after: ChannelOrder, at: number): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  const stamp = after.updatedAt;
  if (before.state !== after.state) {
    const isEnd = after.state === "cancelled";
    const facts = isEnd
      ? { by: after.cancelledBy ?? "", reason: after.cancelReason ?? "" }
      : { from: before.state, to: after.state };
    entries.push({
      key: `state:${after.state}:${stamp}`,
      kind: isEnd ? "cancelled" : "state",
      facts,
      at,
    });
  }
  const hadAddress = before.address !== undefined;
  if (hadAddress && JSON.stringify(before.address) !== JSON.stringify(after.address))
    entries.push({ key: `address:${stamp}`, kind: "address", facts: {}, at });
  return entries;
}

/** The buyer has the goods, and nobody looked yet whether the store is to be told. */
export const owesDelivery = ({ order, importState, fulfilment }: OrderRecord): boolean =>
  (order.state === "delivered" || order.state === "completed") &&
  importState.status === "imported" &&
  !fulfilment.isCancelled &&
  fulfilment.deliveredAt === undefined;

/** The problem a merchant should read first. */
export function firstProblem(problems: OrderProblems): Reason | null {
  const { cancel, address, shipment, request, store, lines, sent, delivery } = problems;
  const urgent = problems.import ?? cancel ?? address ?? shipment ?? request;
  return urgent ?? problems.return ?? problems.refund ?? store ?? lines ?? sent ?? delivery ?? null;
}

/** The record with one step's problem set, or cleared by null. */
export function withProblem(
  record: OrderRecord,
  step: keyof OrderProblems,
  reason: Reason | null,
): OrderRecord {
  const { [step]: _gone, ...others } = record.problems;
  return { ...record, problems: reason ? { ...others, [step]: reason } : others };
}

/** The record as a person wants it tried again: nothing parked, nothing asked, no open problem. */
export function asTried(record: OrderRecord, now: number): OrderRecord {
  return {
    ...record,
    importState: reopenImport(record.importState, now),
    fulfilment: { ...record.fulfilment, channelCancelAskedAt: null },
    problems: {},
  };
}

/** The store had fewer units than it sold, as its module told at the import. */
export function isShortOf({ importState }: OrderRecord): boolean {
  return importState.status === "imported" && (importState.storeOrder?.oversold.length ?? 0) > 0;
}
