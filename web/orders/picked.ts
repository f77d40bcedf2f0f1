/** Orders that are ticked to see what cancelling them would do; null: nobody asks. */
import type { Signal } from "@preact/signals";
import type { OrderRow } from "../../src/contract/orders";

export type Picked = Signal<ReadonlyMap<string, OrderRow> | null>;

/** Only what is not sent yet can be cancelled. */
export const canPick = ({ channelState }: Pick<OrderRow, "channelState">): boolean =>
  channelState === "awaiting_shipment" || channelState === "partially_shipped";

/** Ticks an order, or takes its tick away. */
export function togglePicked(picked: Picked, row: OrderRow): void {
  const next = new Map(picked.value ?? []);
  if (!next.delete(row.id)) next.set(row.id, row);
  picked.value = next;
}
