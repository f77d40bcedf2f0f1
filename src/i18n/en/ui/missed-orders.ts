import { plural } from "../grammar";

const orders = (count: number) => plural(count, { one: "1 order", other: `${count} orders` });

/** Orders of TikTok Shop that PrestaShop does not have. */
export const missedOrders = {
  "missed.title": "Sync missed orders",
  "missed.text":
    "Orders come in by themselves. Look here for those placed on TikTok Shop in a time that are not in PrestaShop, and why. At most 90 days.",
  "missed.from": "Placed from",
  "missed.until": "Until",
  "missed.find": "Find",
  "missed.more": "Look further",
  "missed.datesInvalid": "Choose two days, the first one first, at most 90 days apart.",
  "missed.none": ({ inStore }: { inStore: number }) =>
    inStore === 0
      ? "No order was placed in this time."
      : `Nothing is missing: PrestaShop has ${orders(inStore)} of this time.`,
  "missed.noneSoFar": ({ inStore }: { inStore: number }) =>
    `None so far: PrestaShop has ${orders(inStore)} of those read. Look further for the rest.`,
  "missed.found": ({ due, left, inStore }: { due: number; left: number; inStore: number }) =>
    `${orders(due)} to sync, ${left} left out, ${inStore} in PrestaShop.`,
  "missed.due": "Can be synced",
  "missed.left": "Left out",
  "missed.sync": ({ count }: { count: number }) => `Sync all missed orders (${count})`,
  "missed.why.due": "Waits for its shipment and is not in PrestaShop.",
  "missed.why.dueSent":
    "Sent already and not in PrestaShop: it was sold since this connection was made.",
  "missed.why.unpaid": "The buyer has not paid yet.",
  "missed.why.on_hold": "On hold: TikTok Shop lets the buyer step back for an hour.",
  "missed.why.sent": "Sent already.",
  "missed.why.older": "Sent before this connection was made.",
  "missed.why.cancelled": "Cancelled.",
  "missed.why.platform": "Fulfilled by TikTok, from its own warehouse.",
  "missed.why.unreadable":
    "Weft cannot read what TikTok Shop says of it. Look at it in Seller Center.",
};
