/** Keys of problems: one open problem a key and connection; the next success of the same key closes it. */

export const SOURCE_PROBLEM = "source";
export const CHANNEL_PROBLEM = "channel";
export const MODULE_PROBLEM = "module";
/** The store asks to be read at another address, which a member must allow. */
export const STORE_MOVE_PROBLEM = "store-move";
/** The store's prices are in another currency than the market's: one problem, whatever the listings. */
export const CURRENCY_PROBLEM = "currency";
/** Products that the store cannot show while it shows others. */
export const UNREADABLE_PROBLEM = "unreadable";
/** The channel takes no more new listings today: one problem, whatever the products. */
export const DAY_LIMIT_PROBLEM = "day-limit";
/** The seller's authorisation ends soon. */
export const AUTHORIZATION_PROBLEM = "authorization";
/** The channel does not call us; polls find the same changes. */
export const WEBHOOKS_PROBLEM = "channel-webhooks";

/** The problem of one shop as a whole. */
export function sideProblem(side: "source" | "channel"): string {
  return side === "source" ? SOURCE_PROBLEM : CHANNEL_PROBLEM;
}

export function orderProblem(channelOrderId: string): string {
  return `order:${channelOrderId}`;
}

export function stockProblem(channelProductId: string): string {
  return `stock:${channelProductId}`;
}

export function priceProblem(channelProductId: string): string {
  return `price:${channelProductId}`;
}
