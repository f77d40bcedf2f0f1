/**
 * Why the channel may show another number than the one it is believed to show. While in doubt a
 * number is never "unchanged".
 */
export type DoubtCause =
  /** A write is under way, or its outcome was not clear. */
  | "sending"
  /** A buyer took units. */
  | "order"
  /** Units of an order became free again. */
  | "cancelled"
  | "returned"
  /** Changed in the seller's own pages, or put on sale there. */
  | "seller_edit"
  /** The offer exists, but nobody read its number. */
  | "never_read";
