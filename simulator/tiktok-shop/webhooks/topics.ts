/** Numbers of the notifications this world sends, and the names they are registered under. */
export const TOPICS = {
  ORDER_STATUS_CHANGE: 1,
  REVERSE_STATUS_UPDATE: 2,
  RECIPIENT_ADDRESS_UPDATE: 3,
  PACKAGE_UPDATE: 4,
  PRODUCT_STATUS_CHANGE: 5,
  SELLER_DEAUTHORIZATION: 6,
  UPCOMING_AUTHORIZATION_EXPIRATION: 7,
  CANCELLATION_STATUS_CHANGE: 11,
  RETURN_STATUS_CHANGE: 12,
  NEW_CONVERSATION: 13,
  NEW_MESSAGE: 14,
  PRODUCT_INFORMATION_CHANGE: 15,
  PRODUCT_CREATION: 16,
  PRODUCT_CATEGORY_CHANGE: 18,
  NEW_MESSAGE_LISTENER: 33,
  INVOICE_STATUS_CHANGE: 36,
  PRODUCT_AUDIT_STATUS_CHANGE: 37,
} as const;

export type Topic = keyof typeof TOPICS;

/** Topics whose `product_id` is a JSON number above 2^53 on the wire. */
const NUMERIC_PRODUCT_ID: ReadonlySet<Topic> = new Set([
  "PRODUCT_STATUS_CHANGE",
  "PRODUCT_CREATION",
  "PRODUCT_AUDIT_STATUS_CHANGE",
]);

/** The exact bytes of a notification. */
export function notificationBody(
  topic: Topic,
  notificationId: string,
  shopId: string,
  timestamp: number,
  data: Record<string, unknown>,
): string {
  const body = JSON.stringify({
    type: TOPICS[topic],
    tts_notification_id: notificationId,
    shop_id: shopId,
    timestamp,
    data,
  });
  if (!NUMERIC_PRODUCT_ID.has(topic)) return body;
  return body.replace(/"product_id":"(\d+)"/, '"product_id":$1');
}
