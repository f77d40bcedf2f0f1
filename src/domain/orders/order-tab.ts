/** Where a merchant finds an order in the list; "platform": sent by the channel from its own warehouse. */
export const ORDER_TABS = [
  "waiting",
  "unsynced",
  "unfulfilled",
  "fulfilled",
  "cancelled",
  "platform",
] as const;
export type OrderTabName = (typeof ORDER_TABS)[number];
