/** The delivery options a shop is subscribed to, unless it gave some up. */
export const DELIVERY_OPTIONS = [
  { id: "7091146663229654785", name: "Standard shipping", type: "SEND_BY_SELLER" },
  { id: "6955034615128000261", name: "Express shipping", type: "SEND_BY_SELLER" },
  { id: "6955034615128000263", name: "Shipped via platform", type: "STANDARD" },
] as const;
