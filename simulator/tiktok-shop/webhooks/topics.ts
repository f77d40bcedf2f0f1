/** What a topic fixes for its notifications. */
interface TopicFacts {
  /** The number in the body. */
  type: number;
  /** `product_id` is a JSON number above 2^53 on the wire; absent: text. */
  isProductIdNumeric?: true;
}

/** The topics of this world by the names they are registered under. */
const TOPICS = {
  ORDER_STATUS_CHANGE: { type: 1 },
  REVERSE_STATUS_UPDATE: { type: 2 },
  RECIPIENT_ADDRESS_UPDATE: { type: 3 },
  PACKAGE_UPDATE: { type: 4 },
  PRODUCT_STATUS_CHANGE: { type: 5, isProductIdNumeric: true },
  SELLER_DEAUTHORIZATION: { type: 6 },
  UPCOMING_AUTHORIZATION_EXPIRATION: { type: 7 },
  CANCELLATION_STATUS_CHANGE: { type: 11 },
  RETURN_STATUS_CHANGE: { type: 12 },
  NEW_CONVERSATION: { type: 13 },
  NEW_MESSAGE: { type: 14 },
  PRODUCT_INFORMATION_CHANGE: { type: 15 },
  PRODUCT_CREATION: { type: 16, isProductIdNumeric: true },
  PRODUCT_CATEGORY_CHANGE: { type: 18 },
  NEW_MESSAGE_LISTENER: { type: 33 },
  INVOICE_STATUS_CHANGE: { type: 36 },
  PRODUCT_AUDIT_STATUS_CHANGE: { type: 37, isProductIdNumeric: true },
} as const satisfies Record<string, TopicFacts>;

export type Topic = keyof typeof TOPICS;

/** Whether a text names a topic. */
export const isTopic = (name: string): name is Topic => Object.hasOwn(TOPICS, name);

/** The exact bytes of a notification. */
export function notificationBody(
  topic: Topic,
  notificationId: string,
  shopId: string,
  timestamp: number,
  data: Record<string, unknown>,
): string {
  const { type, isProductIdNumeric }: TopicFacts = TOPICS[topic];
  const body = JSON.stringify({
    type,
    tts_notification_id: notificationId,
    shop_id: shopId,
    timestamp,
    data,
  });
  return isProductIdNumeric ? body.replace(/"product_id":"(\d+)"/, '"product_id":$1') : body;
}
