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

/** The tabs, and the archive, where orders of any tab stand that a person or a rule put away. */
export const ORDER_GROUPS = [...ORDER_TABS, "archived"] as const;
export type OrderGroupName = (typeof ORDER_GROUPS)[number];
