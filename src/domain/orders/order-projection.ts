import type { ChannelOrder, OrderLine } from "./channel-order";
import type { StoreOrder } from "./order-claim";
import { openLines, type VariantLink } from "./order-draft";
import { storeTotalOf, type OrderMoneyChoice } from "./order-money";
import { firstProblem, isShortOf, type OrderRecord, type HistoryEntry } from "./order-record";
import { shownParcel } from "./parcel";
import type { OrderTabName } from "./order-tab";
import { tabOf } from "./plan-order";
import type { Reason } from "../errors/reason";
import type { StoreRefund } from "./store-refund";

/** The store's order beside what it should come to. */
export interface StoreMoney extends StoreOrder {
  moneyChoice: OrderMoneyChoice;
  expectedMinor: number;
  /** What was given back in the store; absent: nothing. */
  refunds?: readonly StoreRefund[];
}

/**
 * Shape of the projection. It grows when a projection says more than before, or something else:
 * orders projected in an older shape are then projected again. 0: written by 0.2.
 */
export const PROJECTION_VERSION = 3;

/** A line of the order, and what it is in the store where its SKU is linked. */
export interface ProjectedLine {
  lineId: string;
  channelProductId: string;
  channelSkuId: string;
  sellerSku: string;
  productId: string | null;
  variantId: string | null;
  title: string;
  units: number;
  /** What the buyer paid for the line, before the platform's own discount. */
  paidMinor: number;
  isCancelled: boolean;
  packageId: string | null;
}

/** A row of the orders page as the ledger sees it, with the history since the last one. */
export interface OrderProjection {
  channelOrderId: string;
  version: number;
  projectionVersion: number;
  channelState: string;
  tab: OrderTabName;
  sourceOrderId: string | null;
  sourceReference: string | null;
  trackingNumber: string | null;
  totalMinor: number;
  currency: string;
  buyerName: string;
  unitCount: number;
  problem: Reason | null;
  body: ChannelOrder;
  lines: readonly ProjectedLine[];
  /** Null until the order is in the store, and where nothing was kept of it. */
  storeMoney: StoreMoney | null;
  placedAt: number;
  paidAt: number | null;
  shipBy: number | null;
  /** When all of it had been handed over; null before, and where nobody kept it. */
  shippedAt: number | null;
  cancelledBy: "buyer" | "seller" | "system" | null;
  /** When the channel cancelled the seller's own shipment for lack of goods; null: it did not. */
  oversoldAt: number | null;
  entries: readonly HistoryEntry[];
}

/** What the read model shows of a record. `links`: variants by SKU of the channel. */
export function projectRecord(
  record: OrderRecord,
  entries: readonly HistoryEntry[],
  links: ReadonlyMap<string, VariantLink>,
): OrderProjection {
  const { order, importState, fulfilment } = record;
  const isImported = importState.status === "imported";
  const shownTracking = order.lines.find((line) => line.trackingNumber)?.trackingNumber;
  const units = order.state === "cancelled" ? order.lines.length : openLines(order).length;
  return {
    channelOrderId: order.id,
    version: record.version,
    projectionVersion: PROJECTION_VERSION,
    channelState: order.state,
    tab: tabOf(record),
    sourceOrderId: isImported ? importState.sourceOrderId : null,
    sourceReference: isImported ? importState.sourceReference : null,
    trackingNumber: shownTracking ?? (shownParcel(fulfilment.parcels).trackingNumber || null),
    totalMinor: order.money.totalMinor,
    currency: order.currency,
    buyerName: order.address?.name || order.buyer.nickname,
    unitCount: units,
    problem: firstProblem(record.problems),
    body: order,
    lines: order.lines.map((line) => projectLine(line, links.get(line.channelSkuId))),
    storeMoney: storeMoneyOf(record),
    placedAt: order.createdAt,
    paidAt: order.paidAt ?? null,
    shipBy: order.shipBy ?? null,
    shippedAt: order.shippedAt ?? null,
    cancelledBy: order.cancelledBy ?? null,
    oversoldAt: isOversold(record) ? order.updatedAt : null,
    entries,
  };
}

/** Where Weft itself asked, lack of goods is only a name for the merchant's own will, unless the store was short. */
function isOversold(record: OrderRecord): boolean {
  const { state, fulfilment, isOversold: lacked } = record.order;
  const isOwnWill = record.fulfilment.channelCancelAskedAt !== null && !isShortOf(record);
  return state === "cancelled" && fulfilment === "seller" && lacked === true && !isOwnWill;
}

function projectLine(line: OrderLine, link: VariantLink | undefined): ProjectedLine {
  const { channelProductId, channelSkuId, sellerSku, isCancelled } = line;
  return {
    lineId: line.id,
    channelProductId,
    channelSkuId,
    sellerSku,
    productId: link?.productId ?? null,
    variantId: link?.variantId ?? null,
    title: line.name,
    // The channel lists one row a unit.
    units: 1,
    paidMinor: line.salePriceMinor + line.platformDiscountMinor,
    isCancelled,
    packageId: line.packageId ?? null,
  };
}

/** The sums are the store's present ones, and so is what they should be. */
function storeMoneyOf({ order, importState, draft, fulfilment }: OrderRecord): StoreMoney | null {
  if (importState.status !== "imported" || !importState.storeOrder || !draft) return null;
  const moneyChoice = draft.moneyChoice ?? "paid";
  const { figures = importState.storeOrder.figures } = fulfilment.changes ?? {};
  const isCut = order.state !== "cancelled" && order.lines.some((line) => line.isCancelled);
  return {
    ...importState.storeOrder,
    figures,
    moneyChoice,
    expectedMinor: isCut ? storeTotalOf(order, moneyChoice) : draft.totalMinor,
    ...(fulfilment.refunds ? { refunds: fulfilment.refunds } : {}),
  };
}
