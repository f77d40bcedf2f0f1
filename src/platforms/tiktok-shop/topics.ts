/**
 * The topics of TikTok Shop's webhooks: the number a delivery carries, the name a subscription uses
 * and what Weft takes it for. Numbers and names: the platform's webhook overview.
 */

/**
 * `order`, `cancellation` and `listing` name the thing to read again; the rest is about the seller.
 */
export type TopicMeaning =
  | "order"
  | "cancellation"
  | "listing"
  | "authorization.revoked"
  | "authorization.expiring";

export interface Topic {
  number: number;
  name: string;
  meaning: TopicMeaning;
  /** Weft subscribes to it; the others are understood where somebody else subscribed the shop. */
  isSubscribed: boolean;
}

const subscribed = (number: number, name: string, meaning: TopicMeaning): Topic => ({
  number,
  name,
  meaning,
  isSubscribed: true,
});
const understood = (number: number, name: string, meaning: TopicMeaning): Topic => ({
  number,
  name,
  meaning,
  isSubscribed: false,
});

/** In the order in which they are subscribed. */
export const TOPICS: readonly Topic[] = [
  subscribed(1, "ORDER_STATUS_CHANGE", "order"),
  subscribed(3, "RECIPIENT_ADDRESS_UPDATE", "order"),
  subscribed(4, "PACKAGE_UPDATE", "order"),
  subscribed(11, "CANCELLATION_STATUS_CHANGE", "cancellation"),
  subscribed(12, "RETURN_STATUS_CHANGE", "order"),
  subscribed(5, "PRODUCT_STATUS_CHANGE", "listing"),
  subscribed(37, "PRODUCT_AUDIT_STATUS_CHANGE", "listing"),
  subscribed(6, "SELLER_DEAUTHORIZATION", "authorization.revoked"),
  subscribed(7, "UPCOMING_AUTHORIZATION_EXPIRATION", "authorization.expiring"),
  understood(15, "PRODUCT_INFORMATION_CHANGE", "listing"),
  understood(16, "PRODUCT_CREATION", "listing"),
  understood(18, "PRODUCT_CATEGORY_CHANGE", "listing"),
];

export const SUBSCRIBED_TOPICS: readonly string[] = TOPICS.filter(
  (topic) => topic.isSubscribed,
).map(({ name }) => name);

/** Undefined for a topic that nothing follows from. */
export function topicOf(number: number): Topic | undefined {
  return TOPICS.find((topic) => topic.number === number);
}
