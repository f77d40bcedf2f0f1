// The seller ships with a carrier of his own: mark as shipped, change tracking afterwards.
// None of these calls is idempotent; a repeat is refused because of the order's new status.
import { unixNow, type Context } from "../context";
import { ApiError } from "../envelope";
import { record, records, text, texts, type Fields } from "../fields";
import type { ApiRequest } from "../request";
import { marketOf } from "../markets/markets";
import type { Shop } from "../shops/shop";
import { shipLines } from "./advance";
import { rejectByShipping } from "./cancellations";
import {
  findOrder,
  findPackage,
  packagesOf,
  putOrder,
  putPackage,
  type Order,
  type Package,
} from "./order";

const ORDERS_PER_TRACKING = 20;
const CHANGE_WINDOW_SECONDS = 72 * 3600;

const refuse = (code: number, message: string): never => {
  throw new ApiError(code, message);
};

interface Carrier {
  trackingNumber: string;
  providerId: string;
}

/** A tracking number and provider that fit each other and this market. */
function checkCarrier(context: Context, shop: Shop, given: Fields, orderId: string): Carrier {
  const [trackingNumber, providerId] = [
    text(given["tracking_number"]),
    text(given["shipping_provider_id"]),
  ];
  if (trackingNumber === "" || providerId === "")
    refuse(21001001, "Invalid parameters. tracking_number and shipping_provider_id are required.");
  if (!/^[A-Za-z0-9-]+$/.test(trackingNumber))
    refuse(21004012, "Tracking number has special characters, verify failed.");
  const { shippingProviders } = marketOf(shop.region);
  const provider = shippingProviders.find((row) => row.id === providerId);
  if (!provider)
    return refuse(
      21011022,
      "Invalid tracking number or provider ID. Please double check and try again.",
    );
  if (!provider.tracking.test(trackingNumber))
    refuse(21004015, "Tracking number mismatch provider.");
  checkTrackingUse(context, trackingNumber, orderId);
  return { trackingNumber, providerId };
}

function checkTrackingUse(context: Context, trackingNumber: string, orderId: string): void {
  const used = context.storage
    .list<Package>("tts:package")
    .filter((row) => row.trackingNumber === trackingNumber);
  if (used.some((row) => row.orderId === orderId)) refuse(21011025, "Duplicate tracking number.");
  if (used.some((row) => row.status === "COMPLETED")) refuse(21034012, "tracking no has been used");
  if (new Set(used.map((row) => row.orderId)).size >= ORDERS_PER_TRACKING)
    refuse(21011026, "fulfillment tracking no used times over limit");
}

/**
 * Refuses an order that may not be shipped now. A pending cancel request refuses it or, in some
 * markets, is rejected.
 */
export function checkShippable(context: Context, order: Order): Order {
  if (order.status === "ON_HOLD")
    refuse(21011044, "The order is on hold and cannot be shipped yet.");
  if (order.status === "UNPAID") refuse(21011003, "fulfill_unit action not allowed");
  if (order.status === "CANCELLED")
    refuse(21011041, "Cannot complete the operation when order is cancelled.");
  if (order.status !== "AWAITING_SHIPMENT" && order.status !== "PARTIALLY_SHIPPING")
    refuse(21008099, "Package has been shipped. Please not ship the package again.");
  if (order.pendingCancelId === undefined) return order;
  if (!marketOf(order.region).shippingRejectsCancel)
    refuse(
      21011007,
      "Package item has after-sale request, please process the after-sale request first.",
    );
  rejectByShipping(context, order.pendingCancelId);
  return findOrder(context, order.id) ?? order;
}

/** The lines a body selects: the named ones, or all unshipped ones where only one package is to ship. */
function meantLines(context: Context, order: Order, body: Fields): string[] {
  const listed = records(body["order_line_list"]).map((row) => text(row["order_line_id"]));
  const named = [...texts(body["order_line_item_ids"]), ...listed];
  const waiting = order.lines.filter((line) => line.status === "AWAITING_SHIPMENT");
  if (named.length === 0) {
    const open = packagesOf(context, order.id).filter((row) => row.status === "TO_FULFILL");
    if (open.length > 1)
      refuse(
        21011048,
        "There are multiple packages that can be shipped, please specify the order line that needs to be shipped.",
      );
    return waiting.map((line) => line.id);
  }
  for (const id of named) {
    const line = order.lines.find((row) => row.id === id);
    if (!line) refuse(21011029, "order does not belong to fulfill unit");
    if (line?.status === "CANCELLED")
      refuse(21011041, "Cannot complete the operation when order is cancelled.");
    if (line?.status !== "AWAITING_SHIPMENT") refuse(21011006, "These orders are already shipped.");
  }
  return named;
}

/** Marks an order, or some of its lines, as shipped by the seller. */
export function markShipped(context: Context, request: ApiRequest, shop: Shop): unknown {
  const found = findOrder(context, request.params["order_id"] ?? "");
  if (found?.shopId !== shop.id) return refuse(21011029, "order does not belong to fulfill unit");
  if (found.shippingType !== "SELLER")
    refuse(
      21011004,
      "This API cannot be used to update package shipping information for packages that are not shipped by sellers.",
    );
  const order = checkShippable(context, found);
  const lineIds = meantLines(context, order, request.body);
  const { trackingNumber, providerId } = checkCarrier(context, shop, request.body, order.id);
  const package_id = shipLines(context, order, lineIds, trackingNumber, providerId);
  return { order_id: order.id, order_line_item_ids: lineIds, package_id };
}

/** The package of a path, which must be of this shop. */
export function ownPackage(context: Context, request: ApiRequest, shop: Shop): Package {
  const found = findPackage(context, request.params["package_id"] ?? "");
  if (found?.shopId === shop.id) return found;
  throw new ApiError(21011028, "The package does not belong to the current shop.");
}

/** Ships a waiting package with the seller's own carrier. */
export function shipBySeller(
  context: Context,
  shop: Shop,
  order: Order,
  { row, body }: { row: Package; body: Fields },
): void {
  const carrier = checkCarrier(context, shop, record(body["self_shipment"]), order.id);
  shipLines(context, order, row.lineIds, carrier.trackingNumber, carrier.providerId);
}

function changeTracking(context: Context, shop: Shop, row: Package, body: Fields): unknown {
  if (row.status === "CANCELLED")
    refuse(21011042, "Cannot complete the operation when order is cancelled.");
  if (row.shippedAt === undefined) return refuse(21011043, "The package has not been shipped yet.");
  if (row.status === "COMPLETED") refuse(21011030, "Package has already been delivered.");
  if (row.trackingChanges > 0) refuse(21011051, "The tracking number can only be updated once.");
  if (unixNow(context) - row.shippedAt > CHANGE_WINDOW_SECONDS)
    refuse(21011050, "The tracking number can only be updated within a certain number of hours.");
  const carrier = checkCarrier(context, shop, body, "");
  const updateTime = unixNow(context);
  putPackage(context, { ...row, ...carrier, trackingChanges: row.trackingChanges + 1, updateTime });
  const order = findOrder(context, row.orderId);
  if (order) putOrder(context, { ...order, updateTime });
  return {};
}

/** Changes the tracking of a package, once and within 72 hours. */
export const updatePackageTracking = (context: Context, request: ApiRequest, shop: Shop): unknown =>
  changeTracking(context, shop, ownPackage(context, request, shop), request.body);

/** The same by order, where it has been shipped in one package. */
export function updateOrderTracking(context: Context, request: ApiRequest, shop: Shop): unknown {
  const order = findOrder(context, request.params["order_id"] ?? "");
  const [row] = order?.shopId === shop.id ? packagesOf(context, order.id) : [];
  if (!row) return refuse(21011043, "The package has not been shipped yet.");
  return changeTracking(context, shop, row, request.body);
}
