/** When a person may say which variant of the store a SKU of an order stands for. */
import { isUncertain } from "./order-claim";
import { openLines, type OrderLink } from "./order-draft";
import type { OrderRecord } from "./order-record";

/** "closed": the order needs no choice, or may be in the store already; "unknown": there is none. */
export type ChoiceResult = "chosen" | "closed" | "unknown";

/**
 * True for an order that surely is not in the store, and a SKU that stands for nothing there, for a
 * deleted variant, or for one that a person chose before. Of a parked order every SKU may be chosen:
 * the store may know more than Weft.
 */
export function canChoose(
  { order, importState, links }: OrderRecord,
  channelSkuId: string,
  link: OrderLink | undefined,
): boolean {
  if (importState.status === "imported" || isUncertain(importState)) return false;
  if (order.state === "cancelled" || order.fulfilment === "channel") return false;
  if (!openLines(order).some((line) => line.channelSkuId === channelSkuId)) return false;
  if (importState.status === "parked") return importState.sourceOrderId === undefined;
  return !link || link.isGone === true || links?.chosen?.[channelSkuId] !== undefined;
}
