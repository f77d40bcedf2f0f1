/** One SKU as the store, the ledger and the channel have it. Pure. */

/** What the ledger says of a SKU. */
export interface LedgerCount {
  channelSkuId: string;
  channelProductId: string;
  productId: string;
  variantId: string;
  physical: number;
  /** Units of orders that the store does not have yet. */
  reserved: number;
  /** What the channel should show. */
  wanted: number;
  /**
   * sent: the channel is believed to show it. moving: it is being sent, or an order moved it. unsent: a
   * merchant's rule keeps Weft from sending it. unread: its listing is off sale for Weft.
   */
  state: "sent" | "moving" | "unsent" | "unread";
  /** An order is in the store since the last count, and ends a reservation with the next. */
  isMoving: boolean;
}

/**
 * equal: all three agree. moving: a number is on its way. store: the store counts otherwise than the ledger.
 * channel: the channel shows another number than the wanted one. unread: one of them did not say.
 */
export type StockVerdict = "equal" | "moving" | "unsent" | "unread" | "store" | "channel";

/** `storeCount`: undefined where the store did not say; `shown`: the same of the channel. */
export function judgeStock(
  known: LedgerCount,
  storeCount: number | undefined,
  shown: number | undefined,
): StockVerdict {
  if (storeCount === undefined) return "unread";
  if (storeCount !== known.physical) return known.isMoving ? "moving" : "store";
  if (known.state !== "sent") return known.state;
  if (shown === undefined) return "unread";
  return shown === known.wanted ? "equal" : "channel";
}
