/** What a merchant has read again, by the roll: an order, a product, all of Weft's own records, or all that came. */
import type { Participants } from "./participants";

export function replayOf(
  people: Participants,
  { which, roll }: { which: number; roll: number },
): object {
  const orderId = people.pickOrder(which);
  if (roll < 0.4 && orderId !== undefined) return { subject: `order:${orderId}` };
  if (roll < 0.6) return { subject: `product:${people.pickSku(which).productId}` };
  return roll < 0.8 ? { everything: true } : { from: 0, until: 4_000_000_000_000 };
}
