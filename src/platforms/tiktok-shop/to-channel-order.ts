/**
 * One order of the wire as an order in our words: times in ms, money in minor units, one row per
 * unit. It does not know what happens to the order next.
 */
import { parseMinor } from "../../domain/money";
import type {
  ChannelOrder,
  OrderKind,
  OrderLine,
  OrderMoney,
  OrderState,
} from "../../domain/orders/channel-order";
import { SyncError } from "../../domain/errors/sync-error";
import type * as z from "zod";
import { RawOrder, type RawLine, type RawPayment } from "./order-shape";
import { parseShape } from "./request";
import { toBuyerAddress } from "./to-buyer-address";

const STATES: Readonly<Record<RawOrder["status"], OrderState>> = {
  UNPAID: "unpaid",
  ON_HOLD: "on_hold",
  AWAITING_SHIPMENT: "awaiting_shipment",
  PARTIALLY_SHIPPING: "partially_shipped",
  AWAITING_COLLECTION: "awaiting_collection",
  IN_TRANSIT: "in_transit",
  DELIVERED: "delivered",
  COMPLETED: "completed",
  CANCELLED: "cancelled",
};

/** A part may have been sent, and is what the time of shipping then speaks of. */
const UNSENT: ReadonlySet<RawOrder["status"]> = new Set([
  "UNPAID",
  "ON_HOLD",
  "AWAITING_SHIPMENT",
  "PARTIALLY_SHIPPING",
]);

/** From the platform's own warehouses, or by Tokopedia's service. */
const BY_CHANNEL = /^FULFILLMENT_BY_(TIKTOK|DILAYANI)/;

/** Throws SyncError("defect", "tiktok.unexpected_shape") when a field we rely on is not there. */
export function toChannelOrder(raw: unknown): ChannelOrder {
  const order = parseShape(RawOrder, raw, "order");
  const { currency } = order.payment;
  const address = order.recipient_address && toBuyerAddress(order.recipient_address);
  const shipBy = order.rts_sla_time ?? order.shipping_due_time;
  const cancelledBy = toCancelledBy(order.cancellation_initiator);
  const kind = toKind(order);
  const isSent = !UNSENT.has(order.status);
  return {
    id: order.id,
    ...(kind ? { kind } : {}),
    state: STATES[order.status],
    createdAt: order.create_time * 1000,
    updatedAt: order.update_time * 1000,
    ...(order.paid_time ? { paidAt: order.paid_time } : {}),
    ...(shipBy ? { shipBy } : {}),
    ...(isSent && order.rts_time ? { shippedAt: order.rts_time } : {}),
    currency,
    money: toOrderMoney(order.payment),
    lines: order.line_items.map((line) => toOrderLine(line, currency)),
    buyer: {
      id: order.user_id,
      nickname: order.buyer_nickname,
      email: order.buyer_email,
      message: order.buyer_message,
    },
    ...(address ? { address } : {}),
    // Both fields are optional: an order without them would never be imported as the channel's.
    fulfilment: BY_CHANNEL.test(order.fulfillment_type) ? "channel" : "seller",
    shippingBy: order.shipping_type.startsWith("TIKTOK") ? "channel" : "seller",
    deliveryOptionId: order.delivery_option_id,
    deliveryOptionName: order.delivery_option_name,
    packageIds: order.packages.map(({ id }) => id),
    ...(order.cancel_reason ? { cancelReason: order.cancel_reason } : {}),
    ...(cancelledBy ? { cancelledBy } : {}),
    ...(isOversold(order, cancelledBy) ? { isOversold: true as const } : {}),
    hasCancelRequest: order.is_buyer_request_cancel,
  };
}

/** The reasons of all markets for goods that the seller lacks: "seller_cancel_reason_out_of_stock_uk". */
const LACKS_GOODS = /out[ _]of[ _]stock/i;

/** Wrong prices and late parcels are the seller's fault as well, but say nothing of the stock. */
const isOversold = (
  { status, cancel_reason: reason }: RawOrder,
  cancelledBy: ChannelOrder["cancelledBy"],
): boolean => status === "CANCELLED" && cancelledBy !== "buyer" && LACKS_GOODS.test(reason);

function toKind(order: RawOrder): OrderKind | undefined {
  if (order.is_sample_order) return "sample";
  if (order.is_exchange_order) return "exchange";
  return order.is_replacement_order ? "replacement" : undefined;
}

function toCancelledBy(initiator: string): ChannelOrder["cancelledBy"] {
  if (initiator === "BUYER") return "buyer";
  if (initiator === "SELLER") return "seller";
  return initiator ? "system" : undefined;
}

function toOrderLine(raw: z.infer<typeof RawLine>, currency: string): OrderLine {
  const minor = (text: string) => toMinor(text, currency);
  return {
    id: raw.id,
    channelProductId: raw.product_id,
    channelSkuId: raw.sku_id,
    sellerSku: raw.seller_sku,
    name: raw.product_name,
    variantName: raw.sku_name,
    ...(raw.sku_image ? { imageUrl: raw.sku_image } : {}),
    originalPriceMinor: minor(raw.original_price),
    salePriceMinor: minor(raw.sale_price),
    sellerDiscountMinor: minor(raw.seller_discount),
    platformDiscountMinor: minor(raw.platform_discount),
    taxMinor: raw.item_tax.reduce((sum, tax) => sum + minor(tax.tax_amount), 0),
    isGift: raw.is_gift,
    isCancelled: raw.display_status === "CANCELLED",
    ...(raw.package_id ? { packageId: raw.package_id } : {}),
    ...(raw.tracking_number ? { trackingNumber: raw.tracking_number } : {}),
  };
}

/**
 * The platform's sum is total = sub_total + shipping_fee + taxes that the market adds + other fees;
 * a discount by means of payment is counted as a negative fee, since no line carries it.
 */
function toOrderMoney(raw: z.infer<typeof RawPayment>): OrderMoney {
  const minor = (text: string) => toMinor(text, raw.currency);
  const fees = [
    raw.retail_delivery_fee,
    raw.buyer_service_fee,
    raw.handling_fee,
    raw.small_order_fee,
    raw.shipping_insurance_fee,
    raw.item_insurance_fee,
    raw.item_insurance_tax,
    raw.distance_fee,
    raw.distance_shipping_fee,
  ].reduce((sum, fee) => sum + minor(fee), 0);
  const paymentDiscountMinor = minor(raw.payment_platform_discount);
  return {
    subtotalMinor: minor(raw.sub_total),
    shippingMinor: minor(raw.shipping_fee),
    shippingOriginalMinor: minor(raw.original_shipping_fee),
    sellerDiscountMinor: minor(raw.seller_discount),
    platformDiscountMinor: minor(raw.platform_discount),
    shippingSellerDiscountMinor: minor(raw.shipping_fee_seller_discount),
    shippingPlatformDiscountMinor: minor(raw.shipping_fee_platform_discount),
    shippingCofundedDiscountMinor: minor(raw.shipping_fee_cofunded_discount),
    paymentDiscountMinor,
    taxMinor: minor(raw.tax),
    otherFeesMinor: fees - paymentDiscountMinor,
    totalMinor: minor(raw.total_amount),
  };
}

function toMinor(text: string, currency: string): number {
  try {
    return parseMinor(text, currency);
  } catch (cause) {
    const facts = { where: "order", field: "amount", problem: text.slice(0, 40) };
    throw new SyncError("defect", "tiktok.unexpected_shape", facts, { cause });
  }
}
