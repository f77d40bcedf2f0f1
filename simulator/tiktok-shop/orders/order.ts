import { ControlError } from "../../control-error";
import type { Context } from "../context";
import type { MarketCode } from "../markets/market";

export const ORDER_STATUSES = [
  "UNPAID",
  "ON_HOLD",
  "AWAITING_SHIPMENT",
  "PARTIALLY_SHIPPING",
  "AWAITING_COLLECTION",
  "IN_TRANSIT",
  "DELIVERED",
  "COMPLETED",
  "CANCELLED",
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** Orders whose goods nobody pays for. */
export type OrderKind = "SAMPLE" | "EXCHANGE" | "REPLACEMENT";

/** One unit of one SKU: the platform has a line for each. */
export interface OrderLine {
  id: string;
  skuId: string;
  productId: string;
  sellerSku: string;
  productName: string;
  skuName: string;
  imageUri: string;
  originalMinor: number;
  sellerDiscountMinor: number;
  platformDiscountMinor: number;
  taxMinor: number;
  status: OrderStatus;
  packageId?: string;
  cancelUser?: "BUYER" | "SELLER" | "SYSTEM";
  cancelReason?: string;
  rtsTime?: number;
}

export interface Address {
  firstName: string;
  lastName: string;
  phone: string;
  line1: string;
  line2: string;
  town: string;
  postalCode: string;
  /** State or county with its ISO code, where the market has one. */
  state: string;
  stateCode: string;
  /** Where the parcel may be left. */
  dropOff?: string;
}

export interface Order {
  id: string;
  shopId: string;
  region: MarketCode;
  status: OrderStatus;
  createTime: number;
  updateTime: number;
  paidTime?: number;
  rtsTime?: number;
  collectionTime?: number;
  deliveryTime?: number;
  cancelTime?: number;
  requestCancelTime?: number;
  cancelReason?: string;
  cancelInitiator?: "BUYER" | "SELLER" | "SYSTEM";
  userId: string;
  nickname: string;
  buyerMessage: string;
  address: Address;
  addressUpdated: boolean;
  shippingType: "SELLER" | "TIKTOK";
  /** Sent from a warehouse of the platform; absent: from the seller's. */
  isFulfilledByTikTok?: boolean;
  /** Absent: a sale. */
  kind?: OrderKind;
  warehouseId: string;
  currency: string;
  shippingMinor: number;
  shippingSellerDiscountMinor: number;
  shippingPlatformDiscountMinor: number;
  /** Borne by seller and platform together; absent in orders placed by earlier versions. */
  shippingCofundedDiscountMinor?: number;
  /** The buyer's open cancel request. */
  pendingCancelId?: string;
  lines: readonly OrderLine[];
}

/** Unix seconds. */
export interface PickupSlot {
  start_time: number;
  end_time: number;
}

export interface Package {
  id: string;
  shopId: string;
  orderId: string;
  lineIds: readonly string[];
  status: "TO_FULFILL" | "PROCESSING" | "FULFILLING" | "COMPLETED" | "CANCELLED";
  trackingNumber: string;
  providerId: string;
  createTime: number;
  updateTime: number;
  /** Unix seconds of the shipping; the window to change the tracking number starts here. */
  shippedAt?: number;
  trackingChanges: number;
  /** What was booked of a package that the platform ships. */
  handover?: { method: "PICKUP" | "DROP_OFF"; slot?: PickupSlot };
  tracking: readonly { description: string; atMs: number }[];
}

export const findOrder = (context: Context, id: string): Order | undefined =>
  context.storage.get<Order>("tts:order", id);

export const putOrder = (context: Context, order: Order): void =>
  context.storage.put("tts:order", order.id, order);

/** Shows an order under another status than its own, one that no document names; null: under its own. */
export function showStatus(context: Context, id: string, status: string | null): void {
  if (!findOrder(context, id)) throw new ControlError(`There is no order ${id}.`);
  if (status === null) context.storage.delete("tts:shown-status", id);
  else context.storage.put("tts:shown-status", id, status);
}

/** The status of an order on the wire. */
export const shownStatus = (context: Context, { id, status }: Order): string =>
  context.storage.get<string>("tts:shown-status", id) ?? status;

export const ordersOf = (context: Context, shopId: string): Order[] =>
  context.storage.list<Order>("tts:order").filter((order) => order.shopId === shopId);

export const findPackage = (context: Context, id: string): Package | undefined =>
  context.storage.get<Package>("tts:package", id);

export const putPackage = (context: Context, row: Package): void =>
  context.storage.put("tts:package", row.id, row);

export const packagesOf = (context: Context, orderId: string): Package[] =>
  context.storage.list<Package>("tts:package").filter((row) => row.orderId === orderId);

/** Stores a new address of an order. */
export const saveAddress = (
  context: Context,
  order: Order,
  address: Partial<Address>,
  updateTime: number,
): void =>
  putOrder(context, {
    ...order,
    address: { ...order.address, ...address },
    addressUpdated: true,
    updateTime,
  });
