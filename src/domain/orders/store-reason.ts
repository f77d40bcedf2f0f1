/** What follows for the channel, and for a person, from what a merchant made of the store's order. */
import { isImportable, type ChannelOrder } from "./channel-order";
import type { Fulfilment, OrderRecord } from "./order-record";
import type { Reason } from "../errors/reason";

/** Open lines of the channel's order that the store's order holds no more. */
export function removedLines(
  order: Pick<ChannelOrder, "lines">,
  { changes }: Pick<Fulfilment, "changes">,
): string[] {
  const removed = changes?.removedLineIds ?? [];
  return order.lines
    .filter(({ id, isCancelled }) => !isCancelled && removed.includes(id))
    .map(({ id }) => id);
}

/**
 * Whether the channel may be asked to cancel the removed lines: the store's order holds something
 * still, nothing took their place, and the channel has not refused a part before.
 */
export function canCancelPart({ changes, isPartRefused }: Fulfilment): boolean {
  return !isPartRefused && !changes?.addedUnits && (changes?.units ?? 0) > 0;
}

/** What a merchant has to know of the store's order while the channel waits for its shipment. */
export function storeReason({ order, importState, fulfilment }: OrderRecord): Reason | null {
  const { changes, isCancelled } = fulfilment;
  if (importState.status !== "imported" || !changes || isCancelled || !isImportable(order))
    return null;
  const { sourceOrderId } = importState;
  if (changes.isMissing) return { code: "order.store_order_missing", facts: { sourceOrderId } };
  if (changes.silentState) {
    const { id: orderStateId, name } = changes.silentState;
    return { code: "order.store_state_silent", facts: { state: name, orderStateId } };
  }
  const removed = removedLines(order, fulfilment);
  if (removed.length > 0 && !canCancelPart(fulfilment)) {
    const gone = order.lines.filter(({ id }) => removed.includes(id));
    const skus = [...new Set(gone.map(({ sellerSku }) => sellerSku))];
    return { code: "order.store_lines_removed", facts: { skus, count: removed.length } };
  }
  if (changes.addedUnits)
    return { code: "order.store_units_added", facts: { count: changes.addedUnits } };
  return null;
}
