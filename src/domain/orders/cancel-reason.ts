/** Why the seller cancels an order, in the words that channels know. */
export const CANCEL_REASONS = [
  "out_of_stock",
  "pricing_error",
  "undeliverable",
  "buyer_asked",
] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** What the seller answers to a buyer who asks to cancel. */
export const CANCEL_ANSWERS = ["approve", "decline"] as const;
export type CancelAnswer = (typeof CANCEL_ANSWERS)[number];

/** Every market knows it, and it alone allows to cancel a part of an order. */
export const COMMON_REASON: CancelReason = "out_of_stock";

/**
 * The reason that the facts give: units the store did not have, else the one the merchant chose for
 * what only the merchant can know. A buyer's own request needs none: it is approved.
 */
export function reasonToCancel(
  { isShort, isPart }: { isShort: boolean; isPart: boolean },
  chosen: CancelReason,
): CancelReason {
  return isShort || isPart ? COMMON_REASON : chosen;
}
