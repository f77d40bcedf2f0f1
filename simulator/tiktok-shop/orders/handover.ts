// Packages that exist before they are shipped: the seller's own carrier takes them, or the platform's,
// which then gives number, carrier and label. The platform comes at a booked time or waits for the seller.
import { nextId, unixNow, type Context } from "../context";
import { ApiError } from "../envelope";
import { record, text, whole, type Fields } from "../fields";
import { marketOf } from "../markets/markets";
import type { ApiRequest } from "../request";
import type { Shop } from "../shops/shop";
import { shipLines } from "./advance";
import {
  findOrder,
  findPackage,
  putPackage,
  type Order,
  type Package,
  type PickupSlot,
} from "./order";
import { checkShippable, ownPackage, shipBySeller } from "./ship";

const HOUR = 3600;
const DAY = 24 * HOUR;
const DAYS_AHEAD = 3;
/** From and to, in hours of the day. */
const WINDOWS = [
  [9, 12],
  [14, 17],
] as const;

/** The times of the next days; the first one is full. */
function pickupSlots(context: Context): (PickupSlot & { avaliable: boolean })[] {
  const today = Math.floor(unixNow(context) / DAY) * DAY;
  return Array.from({ length: DAYS_AHEAD }, (_, day) => today + (day + 1) * DAY).flatMap(
    (midnight, day) =>
      WINDOWS.map(([from, to], index) => ({
        start_time: midnight + from * HOUR,
        end_time: midnight + to * HOUR,
        avaliable: day > 0 || index > 0,
      })),
  );
}

function orderOf(context: Context, row: Package): Order {
  const order = findOrder(context, row.orderId);
  if (!order) throw new ApiError(21001001, "Invalid parameters.");
  return order;
}

/** How a package of the platform may be handed over; `avaliable` is spelled as on the wire. */
export function readHandoverSlots(context: Context, request: ApiRequest, shop: Shop): unknown {
  const order = orderOf(context, ownPackage(context, request, shop));
  if (order.shippingType !== "TIKTOK")
    throw new ApiError(21001001, "Invalid parameters. The package is shipped by the seller.");
  return {
    can_pickup: true,
    can_drop_off: true,
    can_van_collection: marketOf(order.region).vanCollection,
    drop_off_point_url: `${context.settings().origin}/seller-center`,
    pickup_slots: pickupSlots(context),
  };
}

/** Ships a waiting package: with the seller's carrier, or by arranging its handover to the platform's. */
export function shipPackage(context: Context, request: ApiRequest, shop: Shop): unknown {
  const row = ownPackage(context, request, shop);
  if (row.status !== "TO_FULFILL")
    throw new ApiError(21008099, "Package has been shipped. Please not ship the package again.");
  const order = checkShippable(context, orderOf(context, row));
  const { body } = request;
  if (order.shippingType === "TIKTOK") arrange(context, order, { row, body });
  else shipBySeller(context, shop, order, { row, body });
  return {};
}

function arrange(
  context: Context,
  order: Order,
  { row, body }: { row: Package; body: Fields },
): void {
  if (body["self_shipment"] !== undefined)
    throw new ApiError(21001001, "Invalid parameters. self_shipment is for seller shipping only.");
  const handover = readHandover(context, body);
  const [provider] = marketOf(order.region).shippingProviders;
  const number = `TT${nextId(context, "package").slice(-10)}`;
  const id = shipLines(context, order, row.lineIds, number, provider.id);
  const shipped = findPackage(context, id);
  if (shipped && handover) putPackage(context, { ...shipped, handover });
}

function readHandover(context: Context, body: Fields): Package["handover"] {
  const method = body["handover_method"];
  if (method === undefined) return undefined;
  if (method === "DROP_OFF") return { method };
  if (method !== "PICKUP") throw new ApiError(11050001, "invalid param: handover_method");
  if (body["pickup_slot"] === undefined) return { method };
  const given = record(body["pickup_slot"]);
  const slot = pickupSlots(context).find(
    (row) =>
      row.avaliable &&
      row.start_time === whole(given["start_time"]) &&
      row.end_time === whole(given["end_time"]),
  );
  if (!slot)
    throw new ApiError(
      21011053,
      "Fail to ship package because the shipment time is outside of the pick-up time slot.",
    );
  return { method, slot: { start_time: slot.start_time, end_time: slot.end_time } };
}

const DOCUMENT_SECONDS = 24 * HOUR;
/** The kinds this world prints; pictures, hazmat and invoice labels are not among them. */
const DOCUMENT_TYPES = ["SHIPPING_LABEL", "PACKING_SLIP", "SHIPPING_LABEL_AND_PACKING_SLIP"];

const TOO_SOON: readonly [number, string] = [
  21023035,
  "Please arrange shipment before retrieving the shipping document.",
];
const TOO_LATE: readonly [number, string] = [
  21042102,
  "Documents couldn't be printed after the package has been pickup.",
];
/** Why a package in a status has no document. */
const NO_DOCUMENT: Readonly<Partial<Record<Package["status"], readonly [number, string]>>> = {
  TO_FULFILL: TOO_SOON,
  FULFILLING: TOO_LATE,
  COMPLETED: TOO_LATE,
  CANCELLED: [21023059, "Package has already been cancelled."],
};

/** The address of a package's label; it exists from the arranged shipment until the pick-up. */
export function readShippingDocument(context: Context, request: ApiRequest, shop: Shop): unknown {
  const row = ownPackage(context, request, shop);
  const type = text(request.query.get("document_type"));
  const size = request.query.get("document_size") ?? "A6";
  if (!DOCUMENT_TYPES.includes(type) || !["A5", "A6"].includes(size))
    throw new ApiError(21001001, "Invalid parameters. document_type or document_size.");
  if (orderOf(context, row).shippingType !== "TIKTOK")
    throw new ApiError(
      11034002,
      "This API is only applicable to TikTok Shipping orders. For seller shipping, please obtain the shipping label of the carrier.",
    );
  const refusal = NO_DOCUMENT[row.status];
  if (refusal) throw new ApiError(...refusal);
  const now = unixNow(context);
  if (now < (row.shippedAt ?? now) + context.switches().labelSeconds)
    throw new ApiError(
      11034037,
      "The shipping document is still being generated by the logistics provider, please try again later.",
    );
  const query = new URLSearchParams({ type, size, expires: String(now + DOCUMENT_SECONDS) });
  const doc_url = `${context.settings().origin}/documents/${row.id}?${query}`;
  return { doc_url, tracking_number: row.trackingNumber };
}
