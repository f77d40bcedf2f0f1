// The wire shape of an order. It hides what the platform hides: addresses before payment is final, and
// names when the platform ships.
import type { Context } from "../context";
import { present, type Fields } from "../fields";
import { imageUrl } from "../media/images";
import { fromMinor } from "../money";
import { DELIVERY_OPTIONS } from "../shops/delivery-options";
import { marketOf, providerName } from "../markets/markets";
import {
  packagesOf,
  shownStatus,
  type Address,
  type Order,
  type OrderLine,
  type Package,
} from "./order";

const sum = (order: Order, pick: (line: OrderLine) => number): number =>
  order.lines.reduce((total, line) => total + pick(line), 0);

/** The sums of an order in minor units; every other figure follows from these. */
export function totalsOf(order: Order) {
  const original = sum(order, (line) => line.originalMinor);
  const seller = sum(order, (line) => line.sellerDiscountMinor);
  const platform = sum(order, (line) => line.platformDiscountMinor);
  const tax = sum(order, (line) => line.taxMinor);
  const cofunded = order.shippingCofundedDiscountMinor ?? 0;
  const shipping =
    order.shippingMinor -
    order.shippingSellerDiscountMinor -
    order.shippingPlatformDiscountMinor -
    cofunded;
  const subtotal = original - seller - platform;
  const total = subtotal + shipping + tax;
  return { original, seller, platform, tax, cofunded, shipping, subtotal, total };
}

function paymentView(order: Order): Fields {
  const totals = totalsOf(order);
  const money = (minor: number) => fromMinor(minor, order.currency);
  return {
    currency: order.currency,
    original_total_product_price: money(totals.original),
    seller_discount: money(totals.seller),
    platform_discount: money(totals.platform),
    sub_total: money(totals.subtotal),
    original_shipping_fee: money(order.shippingMinor),
    shipping_fee_seller_discount: money(order.shippingSellerDiscountMinor),
    shipping_fee_platform_discount: money(order.shippingPlatformDiscountMinor),
    shipping_fee_cofunded_discount: money(totals.cofunded),
    shipping_fee: money(totals.shipping),
    tax: money(totals.tax),
    product_tax: money(totals.tax),
    shipping_fee_tax: money(0),
    total_amount: money(totals.total),
  };
}

/** First letters stay, the rest is asterisks. */
const masked = (value: string) => (value === "" ? "" : `${value.slice(0, 1)}${"*".repeat(3)}`);

function addressView(order: Order): Fields {
  const market = marketOf(order.region);
  const hidden = order.status === "UNPAID" || order.status === "ON_HOLD";
  const gone = market.hidesCancelledAddress && order.status === "CANCELLED";
  if (hidden || gone) return { region_code: order.region };
  const shown = order.shippingType === "TIKTOK" ? maskAddress(order.address) : order.address;
  const name = `${shown.firstName} ${shown.lastName}`;
  const parts = [shown.line1, shown.line2, shown.town, shown.postalCode].filter(Boolean);
  const districts = [
    {
      address_level: "L0",
      address_level_name: "Country",
      address_name: market.name,
      iso_code: order.region,
    },
    {
      address_level: "L1",
      address_level_name: "State",
      address_name: shown.state,
      iso_code: shown.stateCode,
    },
    { address_level: "L2", address_level_name: "City", address_name: shown.town, iso_code: "" },
  ];
  return {
    full_address: [...parts, market.name].join(", "),
    name,
    first_name: shown.firstName,
    last_name: shown.lastName,
    first_name_local_script: "",
    last_name_local_script: "",
    phone_number: shown.phone,
    region_code: order.region,
    postal_code: shown.postalCode,
    post_town: market.hasPostTown ? shown.town : "",
    address_line1: shown.line1,
    address_line2: shown.line2,
    address_line3: "",
    address_line4: "",
    address_detail: [shown.line1, shown.line2].filter(Boolean).join(", "),
    district_info: districts.filter(({ address_name }) => address_name !== ""),
    delivery_preferences: { drop_off_location: shown.dropOff ?? "" },
  };
}

const maskAddress = (address: Address): Address => ({
  ...address,
  firstName: masked(address.firstName),
  lastName: masked(address.lastName),
  phone: `${address.phone.slice(0, 5)}****${address.phone.slice(-2)}`,
  line1: masked(address.line1),
  line2: masked(address.line2),
  ...(address.dropOff ? { dropOff: masked(address.dropOff) } : {}),
});

function lineView(context: Context, order: Order, line: OrderLine, parcel?: Package): Fields {
  const money = (minor: number) => fromMinor(minor, order.currency);
  const paid = line.originalMinor - line.sellerDiscountMinor - line.platformDiscountMinor;
  const rate = marketOf(order.region).taxOnTopBasisPoints;
  const tax = {
    tax_type: "SALES_TAX",
    tax_amount: money(line.taxMinor),
    tax_rate: String(rate / 10_000),
  };
  return present({
    id: line.id,
    sku_id: line.skuId,
    sku_name: line.skuName,
    sku_image: line.imageUri ? imageUrl(context, line.imageUri) : "",
    sku_type: "NORMAL",
    seller_sku: line.sellerSku,
    product_id: line.productId,
    product_name: line.productName,
    display_status: line.status,
    currency: order.currency,
    original_price: money(line.originalMinor),
    sale_price: money(paid),
    seller_discount: money(line.sellerDiscountMinor),
    platform_discount: money(line.platformDiscountMinor),
    item_tax: rate > 0 ? [tax] : [],
    is_gift: false,
    package_id: parcel?.id ?? "",
    package_status: parcel?.status,
    tracking_number: parcel?.trackingNumber ?? "",
    shipping_provider_id: parcel?.providerId ?? "",
    shipping_provider_name: providerName(parcel?.providerId ?? ""),
    cancel_user: line.cancelUser,
    cancel_reason: line.cancelReason,
    rts_time: line.rtsTime,
  });
}

const DAY = 86_400;

/** An order as search and detail print it. */
export function orderView(context: Context, order: Order): Fields {
  const parcels = packagesOf(context, order.id);
  const first = parcels.find((row) => row.shippedAt !== undefined);
  const parcelOf = (line: OrderLine) => parcels.find((row) => row.lineIds.includes(line.id));
  const paid = order.paidTime;
  return present({
    id: order.id,
    status: shownStatus(context, order),
    order_type: "NORMAL",
    create_time: order.createTime,
    update_time: order.updateTime,
    paid_time: paid,
    rts_sla_time: paid && paid + 2 * DAY,
    tts_sla_time: paid && paid + 4 * DAY,
    shipping_due_time: paid && paid + 2 * DAY,
    cancel_order_sla_time: paid && paid + 7 * DAY,
    rts_time: order.rtsTime,
    collection_time: order.collectionTime,
    delivery_time: order.deliveryTime,
    cancel_time: order.cancelTime,
    request_cancel_time: order.requestCancelTime,
    is_cod: false,
    is_sample_order: order.kind === "SAMPLE",
    is_exchange_order: order.kind === "EXCHANGE",
    is_replacement_order: order.kind === "REPLACEMENT",
    is_on_hold_order: order.status === "ON_HOLD",
    is_buyer_request_cancel: order.pendingCancelId !== undefined,
    has_updated_recipient_address: order.addressUpdated,
    fulfillment_type: order.isFulfilledByTikTok ? "FULFILLMENT_BY_TIKTOK" : "FULFILLMENT_BY_SELLER",
    shipping_type: order.shippingType,
    delivery_type: "HOME_DELIVERY",
    delivery_option_id: DELIVERY_OPTIONS[0].id,
    delivery_option_name: DELIVERY_OPTIONS[0].name,
    shipping_provider_id: first?.providerId ?? "",
    shipping_provider: providerName(first?.providerId ?? ""),
    tracking_number: first?.trackingNumber ?? "",
    packages: parcels.map(({ id }) => ({ id })),
    warehouse_id: order.warehouseId,
    user_id: order.userId,
    buyer_email: `v2${order.userId.slice(-8)}@scs.tiktokw.us`,
    buyer_nickname: order.nickname,
    buyer_message: order.buyerMessage,
    seller_note: "",
    commerce_platform: "TIKTOK_SHOP",
    payment_method_name: paid ? "Visa/Mastercard" : undefined,
    cancel_reason: order.cancelReason,
    cancellation_initiator: order.cancelInitiator,
    recipient_address: addressView(order),
    payment: paymentView(order),
    line_items: order.lines.map((line) => lineView(context, order, line, parcelOf(line))),
  });
}
