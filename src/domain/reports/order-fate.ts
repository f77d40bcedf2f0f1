/**
 * What became of an order that the channel lists: exactly one fate for each, so that their counts add up
 * to what was listed. Pure.
 */
import type { Facts } from "../facts";
import { isUncertain, type ImportState } from "../orders/order-claim";
import { wantsImport } from "../orders/plan-order";
import type { OrderRecord } from "../orders/order-record";

/**
 * in_store: it is an order of the store. waiting: it will be, without anybody. held: a person has to do
 * something first. skipped: it is not Weft's to bring. cancelled: before it got into the store. lost: none of
 * these, which is what a report exists to name.
 */
export const ORDER_FATES = ["in_store", "waiting", "held", "skipped", "cancelled", "lost"] as const;
export type OrderFate = (typeof ORDER_FATES)[number];

export interface FateOfOrder {
  fate: OrderFate;
  /** Stable and dotted: why, where the fate alone does not say it. */
  reason?: string;
  facts?: Facts;
  /** The store's order, where the fate is in_store. */
  sourceOrderId?: string;
}

/** An order that the channel listed, and whether Weft had it before. */
export interface AuditedOrder extends FateOfOrder {
  orderId: string;
  arrived: "known" | "missing" | "outdated";
}

/** Undefined: Weft does not know the order at all. */
export function fateOf(
  record: Pick<OrderRecord, "order" | "importState"> | undefined,
): FateOfOrder {
  if (!record) return { fate: "lost", reason: "report.order_unknown" };
  const { order, importState } = record;
  if (importState.status === "imported")
    return { fate: "in_store", sourceOrderId: importState.sourceOrderId };
  if (order.fulfilment === "channel") return { fate: "skipped", reason: "report.by_channel" };
  const stopped = stoppedBy(importState);
  if (order.state === "cancelled")
    return isUncertain(importState) ? (stopped ?? COMING) : { fate: "cancelled" };
  if (order.state === "unpaid") return { fate: "waiting", reason: "report.unpaid" };
  if (order.state === "on_hold") return { fate: "waiting", reason: "report.on_hold" };
  if (stopped) return stopped;
  if (wantsImport(order, importState)) return COMING;
  return { fate: "skipped", reason: "report.before_connection" };
}

const COMING: FateOfOrder = { fate: "waiting", reason: "report.under_way" };

function stoppedBy(state: ImportState): FateOfOrder | undefined {
  if (state.status !== "held" && state.status !== "parked") return undefined;
  return { fate: "held", reason: state.reason.code, facts: state.reason.facts };
}
