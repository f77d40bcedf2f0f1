/**
 * The fields of an order, its lines, payment and address that are read from the wire.
 * What they mean in our words is decided elsewhere.
 */
import * as z from "zod";
import { looseFlag, looseList, looseText } from "./shapes";

const seconds = z
  .number()
  .nullish()
  .transform((value) => (value ? value * 1000 : undefined));

/** A decimal string; missing, null and "" stand for nothing. */
const amount = z
  .string()
  .nullish()
  .transform((text) => text || "0");

export const RawLine = z.object({
  id: z.string().min(1),
  product_id: looseText,
  sku_id: looseText,
  seller_sku: looseText,
  product_name: looseText,
  sku_name: looseText,
  sku_image: looseText,
  display_status: looseText,
  original_price: amount,
  sale_price: amount,
  seller_discount: amount,
  platform_discount: amount,
  item_tax: looseList(z.object({ tax_amount: amount })),
  is_gift: looseFlag,
  package_id: looseText,
  tracking_number: looseText,
});

export const RawPayment = z.object({
  currency: z.string().length(3),
  sub_total: amount,
  shipping_fee: amount,
  original_shipping_fee: amount,
  seller_discount: amount,
  platform_discount: amount,
  payment_platform_discount: amount,
  shipping_fee_seller_discount: amount,
  shipping_fee_platform_discount: amount,
  shipping_fee_cofunded_discount: amount,
  tax: amount,
  retail_delivery_fee: amount,
  buyer_service_fee: amount,
  handling_fee: amount,
  small_order_fee: amount,
  shipping_insurance_fee: amount,
  item_insurance_fee: amount,
  item_insurance_tax: amount,
  distance_fee: amount,
  distance_shipping_fee: amount,
  total_amount: amount,
});

export const RawAddress = z.object({
  name: looseText,
  first_name: looseText,
  last_name: looseText,
  phone_number: looseText,
  region_code: looseText,
  postal_code: looseText,
  post_town: looseText,
  address_line1: looseText,
  address_line2: looseText,
  address_line3: looseText,
  address_line4: looseText,
  address_detail: looseText,
  delivery_preferences: z.object({ drop_off_location: looseText }).nullish(),
  district_info: looseList(
    z.object({
      address_level: looseText,
      address_level_name: looseText,
      address_name: looseText,
      iso_code: looseText,
    }),
  ),
});

/** The fields of an order that are used; everything else the platform adds is let go. */
export const RawOrder = z.object({
  id: z.string().min(1),
  status: z.enum([
    "UNPAID",
    "ON_HOLD",
    "AWAITING_SHIPMENT",
    "PARTIALLY_SHIPPING",
    "AWAITING_COLLECTION",
    "IN_TRANSIT",
    "DELIVERED",
    "COMPLETED",
    "CANCELLED",
  ]),
  create_time: z.number(),
  update_time: z.number(),
  paid_time: seconds,
  rts_sla_time: seconds,
  shipping_due_time: seconds,
  rts_time: seconds,
  payment: RawPayment,
  line_items: z.array(RawLine).min(1),
  recipient_address: RawAddress.nullish(),
  user_id: looseText,
  buyer_nickname: looseText,
  buyer_email: looseText,
  buyer_message: looseText,
  fulfillment_type: looseText,
  shipping_type: looseText,
  delivery_option_id: looseText,
  delivery_option_name: looseText,
  packages: looseList(z.object({ id: z.string() })),
  cancel_reason: looseText,
  cancellation_initiator: looseText,
  is_buyer_request_cancel: looseFlag,
  is_sample_order: looseFlag,
  is_exchange_order: looseFlag,
  is_replacement_order: looseFlag,
});

export type RawOrder = z.infer<typeof RawOrder>;
