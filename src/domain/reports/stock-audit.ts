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
   * merchant's rule keeps Weft from sending it.
   */
  state: "sent" | "moving" | "unsent";
}

/**
 * equal: all three agree. moving: a number is on its way. store: the store counts otherwise than the ledger.
 * channel: the channel shows another number than the wanted one.
 */
export type StockVerdict = "equal" | "moving" | "unsent" | "store" | "channel";

/** `storeCount`: undefined where the store did not say; `shown`: the same of the channel. */
export function judgeStock(
  known: LedgerCount,
  storeCount: number | undefined,
  shown: number | undefined,
): StockVerdict {
  if (storeCount !== undefined && storeCount !== known.physical) return "store";
  if (known.state !== "sent") return known.state;
  if (shown === undefined || shown === known.wanted) return "equal";
  return "channel";
}
