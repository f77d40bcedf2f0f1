/**
 * What may happen next to an order of the channel, and where a merchant finds it. Pure rules over
 * what is known; it calls nobody and stores nothing.
 */
import { holdsStock, isImportable, type ChannelOrder } from "./channel-order";
import { isPending, isUncertain, knownSourceOrder, type ImportState } from "./order-claim";
import type { GoneSkus } from "./order-draft";
import type { Fulfilment, OrderRecord } from "./order-record";
import type { OrderTabName } from "./order-tab";
import type { Reason } from "../errors/reason";

export type OrderStep =
  /** Nothing to do until the channel or the source says more. */
  | { step: "wait" }
  | { step: "hold"; reason: Reason }
  | { step: "import" }
  /** The channel's order is cancelled, the source's is not. */
  | { step: "cancel-source" }
  /** Only a person can tell what is right. */
  | { step: "warn"; reason: Reason }
  /** The store may have shipped or cancelled; look there. */
  | { step: "follow-store" };

/** Paid and past the remorse hour, or already begun: it belongs into the store. */
export function wantsImport(order: ChannelOrder, state: ImportState): boolean {
  if (state.status === "imported" || order.fulfilment === "channel") return false;
  if (isImportable(order)) return true;
  if (order.state === "cancelled") return isUncertain(state);
  // Sent from the seller's pages while the store was unreachable: the goods are gone, so the store
  // must know.
  return isPending(state) && order.state !== "unpaid" && order.state !== "on_hold";
}

/**
 * True while the order's units are promised but no order of the store has taken them, or while the
 * store has given them back and the channel has not: it raises its own counter once it cancels.
 */
export function reservesUnits({
  order,
  importState,
  fulfilment,
}: Pick<OrderRecord, "order" | "importState" | "fulfilment">): boolean {
  if (order.fulfilment === "channel" || order.state === "cancelled") return false;
  if (importState.status === "imported") return fulfilment.isCancelled && holdsStock(order.state);
  return holdsStock(order.state) || isPending(importState);
}

const NO_GONE: GoneSkus = { skuIds: [], skus: [] };

/**
 * The next step of an order. `unlinked` names its SKUs without a link, `gone` those of deleted
 * variants. An order whose creation is
 * unclear is finished first, even when it was cancelled meanwhile: only then can it be cancelled in
 * the store, too.
 */
export function planOrder(
  { order, importState, fulfilment, draft }: OrderRecord,
  unlinked: readonly string[],
  gone: GoneSkus = NO_GONE,
): OrderStep {
  if (order.state === "cancelled" && knownSourceOrder(importState) !== undefined)
    return undoAtStore(fulfilment);
  if (importState.status === "imported") return { step: "follow-store" };
  if (importState.status === "parked" || !wantsImport(order, importState)) return { step: "wait" };
  // The draft of an unclear try is complete, whatever became of the links since.
  if (isUncertain(importState) && draft) return { step: "import" };
  if (unlinked.length > 0)
    return { step: "hold", reason: { code: "order.line_unlinked", facts: { skus: unlinked } } };
  if (gone.skuIds.length > 0)
    return { step: "hold", reason: { code: "order.variant_gone", facts: { ...gone } } };
  if (!order.address?.country)
    return { step: "hold", reason: { code: "order.address_hidden", facts: {} } };
  return { step: "import" };
}

function undoAtStore({ isCancelled, isShipped, sourceCancelledAt }: Fulfilment): OrderStep {
  if (isCancelled || sourceCancelledAt !== null) return { step: "wait" };
  // Cancelling there would put goods back on the shelf that are on a lorry.
  if (isShipped)
    return { step: "warn", reason: { code: "order.cancelled_after_shipping", facts: {} } };
  return { step: "cancel-source" };
}

/** The tab of the orders page. */
export function tabOf({ order, importState }: OrderRecord): OrderTabName {
  if (order.state === "cancelled") return "cancelled";
  if (order.fulfilment === "channel") return "platform";
  if (order.state === "unpaid" || order.state === "on_hold") return "waiting";
  if (wantsImport(order, importState)) return "unsynced";
  return isImportable(order) ? "unfulfilled" : "fulfilled";
}
