/** An order of the channel in our words. Money in minor units of `currency`; times epoch ms UTC. */

export type OrderState =
  | "unpaid"
  | "on_hold"
  | "awaiting_shipment"
  | "partially_shipped"
  | "awaiting_collection"
  | "in_transit"
  | "delivered"
  | "completed"
  | "cancelled";

/** One unit sold: TikTok Shop gives a row per unit. */
export interface OrderLine {
  id: string;
  channelProductId: string;
  channelSkuId: string;
  sellerSku: string;
  name: string;
  variantName: string;
  imageUrl?: string;
  /** Price before any discount, tax included where the market prices that way. */
  originalPriceMinor: number;
  /** What the buyer pays for the unit after seller and platform discounts. */
  salePriceMinor: number;
  sellerDiscountMinor: number;
  platformDiscountMinor: number;
  taxMinor: number;
  isGift: boolean;
  isCancelled: boolean;
  packageId?: string;
  trackingNumber?: string;
}

export interface OrderMoney {
  /** Sum of line sale prices. */
  subtotalMinor: number;
  shippingMinor: number;
  shippingOriginalMinor: number;
  sellerDiscountMinor: number;
  platformDiscountMinor: number;
  shippingSellerDiscountMinor: number;
  shippingPlatformDiscountMinor: number;
  /** Shared by seller and channel; absent in orders read before it was told apart. */
  shippingCofundedDiscountMinor?: number;
  /**
   * Given by the channel for a means of payment; absent in orders read before it was told apart.
   */
  paymentDiscountMinor?: number;
  /** All tax of the order, on top of the prices or contained in them as the market has it. */
  taxMinor: number;
  /** Fees of the channel less `paymentDiscountMinor`, so negative at times. */
  otherFeesMinor: number;
  /** What the buyer paid in all. */
  totalMinor: number;
}

export interface BuyerAddress {
  name: string;
  firstName: string;
  lastName: string;
  phone: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** ISO 3166-2 part or name, where the market has states. */
  state: string;
  city: string;
  postcode: string;
  line1: string;
  line2: string;
  /** Where the parcel may be left, in the buyer's words; missing where none was given. */
  dropOff?: string;
}

/**
 * Where a return, a refund without goods or a replacement stands: the buyer asks and the seller must
 * answer, it goes on without the seller, the goods are on their way back, the buyer has the money or
 * the new goods, or nothing came of it.
 */
export const RETURN_STATES = ["asked", "under_way", "sent_back", "done", "closed"] as const;

export interface OrderReturn {
  id: string;
  kind: "refund" | "return" | "replacement";
  state: (typeof RETURN_STATES)[number];
  /** In the words of the channel. */
  reason: string;
  refundMinor?: number;
}

/** How a parcel gets to the channel's own carrier. "agreed": as seller and channel agreed for all parcels. */
export const HANDOVER_METHODS = ["agreed", "drop_off", "pick_up"] as const;
export type HandoverMethod = (typeof HANDOVER_METHODS)[number];

/** Orders that are no sales: the goods are sent, and nobody paid for them. */
export const ORDER_KINDS = ["sample", "exchange", "replacement"] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

export interface ChannelOrder {
  id: string;
  /** Absent: a sale. */
  kind?: OrderKind;
  state: OrderState;
  createdAt: number;
  updatedAt: number;
  paidAt?: number;
  /** The latest moment to hand the parcel over. */
  shipBy?: number;
  /** When all of it had been handed over; absent before, and in orders read before it was kept. */
  shippedAt?: number;
  currency: string;
  money: OrderMoney;
  lines: readonly OrderLine[];
  buyer: { id: string; nickname: string; email: string; message: string };
  /** Empty strings or asterisks while TikTok hides it. */
  address?: BuyerAddress;
  fulfilment: "seller" | "channel";
  /** Who buys the label: the seller, or the platform. */
  shippingBy: "seller" | "channel";
  deliveryOptionId: string;
  deliveryOptionName: string;
  packageIds: readonly string[];
  /** What became of goods after they were sent; kept from an earlier read, absent while unknown. */
  returns?: readonly OrderReturn[];
  cancelReason?: string;
  cancelledBy?: "buyer" | "seller" | "system";
  /** Cancelled because the seller lacked the goods, and not by the buyer. */
  isOversold?: true;
  hasCancelRequest: boolean;
}

/** States in which the units are promised to the buyer but the source may not know it yet. */
export function holdsStock(state: OrderState): boolean {
  return (
    state === "unpaid" ||
    state === "on_hold" ||
    state === "awaiting_shipment" ||
    state === "partially_shipped"
  );
}

/** Only a paid order past the buyer's remorse hour becomes an order of the source. */
export function isImportable(order: Pick<ChannelOrder, "state">): boolean {
  return order.state === "awaiting_shipment" || order.state === "partially_shipped";
}
