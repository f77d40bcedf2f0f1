import type { ChannelOrder } from "./channel-order";
import type { StoreOrder } from "./order-claim";
import { openLines } from "./order-draft";
import type { OrderMoneyChoice } from "./order-money";
import { firstProblem, type OrderRecord, type HistoryEntry } from "./order-record";
import { shownParcel } from "./parcel";
import { tabOf, type OrderTabName } from "./plan-order";
import type { Reason } from "../errors/reason";

/** The store's order beside what it should come to. */
export interface StoreMoney extends StoreOrder {
  moneyChoice: OrderMoneyChoice;
  expectedMinor: number;
}

/** A row of the orders page as the ledger sees it, with the history since the last one. */
export interface OrderProjection {
  channelOrderId: string;
  version: number;
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
  /** Null until the order is in the store, and where nothing was kept of it. */
  storeMoney: StoreMoney | null;
  placedAt: number;
  shipBy: number | null;
  entries: readonly HistoryEntry[];
}

/** What the read model shows of a record. */
export function projectRecord(
  record: OrderRecord,
  entries: readonly HistoryEntry[],
): OrderProjection {
  const { order, importState, fulfilment } = record;
  const isImported = importState.status === "imported";
  const shownTracking = order.lines.find((line) => line.trackingNumber)?.trackingNumber;
  const units = order.state === "cancelled" ? order.lines.length : openLines(order).length;
  return {
    channelOrderId: order.id,
    version: record.version,
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
    storeMoney: storeMoneyOf(record),
    placedAt: order.createdAt,
    shipBy: order.shipBy ?? null,
    entries,
  };
}

function storeMoneyOf({ importState, draft }: OrderRecord): StoreMoney | null {
  if (importState.status !== "imported" || !importState.storeOrder || !draft) return null;
  return {
    ...importState.storeOrder,
    moneyChoice: draft.moneyChoice ?? "paid",
    expectedMinor: draft.totalMinor,
  };
}
