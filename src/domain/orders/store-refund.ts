/** Money that a merchant gave back in the store. The channel is told nothing of it. */
import type { Reason } from "../errors/reason";
import type { ChannelOrder } from "./channel-order";

/** A credit slip of the store's order. */
export interface StoreRefund {
  id: string;
  /** Tax included. */
  totalMinor: number;
  /** Epoch ms. */
  at: number;
}

interface Refunded {
  order: Pick<ChannelOrder, "state" | "returns" | "currency">;
  fulfilment: { refunds?: readonly StoreRefund[]; refundsAcknowledgedMinor?: number };
}

export const refundedInStore = (refunds: readonly StoreRefund[] = []) =>
  refunds.reduce((sum, { totalMinor }) => sum + totalMinor, 0);

/**
 * What was given back in the store and neither by the channel nor, as a person says, in another way.
 * A cancelled order's buyer has all of the money back.
 */
export function openRefund({ order, fulfilment }: Refunded): Reason | null {
  const totalMinor = refundedInStore(fulfilment.refunds);
  if (order.state === "cancelled" || totalMinor <= (fulfilment.refundsAcknowledgedMinor ?? 0))
    return null;
  const byChannel = (order.returns ?? [])
    .filter(({ state }) => state === "done")
    .reduce((sum, { refundMinor = 0 }) => sum + refundMinor, 0);
  if (totalMinor <= byChannel) return null;
  return { code: "order.refunded_in_store", facts: { totalMinor, currency: order.currency } };
}
