import type { Context } from "../context";
import { ApiError } from "../envelope";
import { present, records, text, texts, whole, type Fields } from "../fields";
import { imageUrl } from "../media/images";
import { fromMinor } from "../money";
import { pageOf } from "../paging";
import type { ApiRequest } from "../request";
import { marketOf } from "../markets/markets";
import type { Shop } from "../shops/shop";
import { allowsPart } from "../markets/cancel-reasons";
import {
  approveCancellation,
  cancellationsOf,
  findCancellation,
  rejectCancellation,
  sellerCancels,
  type Cancellation,
} from "./cancellations";
import { findOrder, type Order } from "./order";

const refuse = (code: number, message: string): never => {
  throw new ApiError(code, message);
};

/** The lines a body selects: by id, by units of SKUs, or all. */
function meantLines(order: Order, body: Fields): string[] {
  const open = order.lines.filter((line) => line.status !== "CANCELLED");
  const named = texts(body["order_line_item_ids"]);
  const skus = records(body["skus"]);
  if (named.length === 0 && skus.length === 0) return open.map(({ id }) => id);
  const bySku = skus.flatMap((sku) => {
    const units = open.filter((line) => line.skuId === text(sku["sku_id"]));
    const quantity = whole(sku["quantity"]) ?? 0;
    if (quantity < 1 || quantity > units.length)
      refuse(
        25005011,
        "The requested line item(s) for return or refund exceeds the allowable limit.",
      );
    return units.slice(0, quantity).map(({ id }) => id);
  });
  if (named.some((id) => !open.some((line) => line.id === id)))
    refuse(
      25005011,
      "The requested line item(s) for return or refund exceeds the allowable limit.",
    );
  return [...new Set([...named, ...bySku])];
}

function checkReason(context: Context, order: Order, name: string) {
  const reasons = marketOf(order.region).cancelReasons;
  const unpaid = reasons.unpaid.find((row) => row.name === name);
  const paid = reasons.paid.find((row) => row.name === name);
  const found = unpaid ?? paid;
  if (!found)
    return refuse(
      25001014,
      "Unknown return reason. Please ensure you are passing a valid return reason.",
    );
  const isUnpaid = order.status === "UNPAID";
  const fits = isUnpaid ? unpaid && context.switches().sellerCancelsUnpaid : paid;
  return fits ? found : refuse(25001021, "Reason not match order status");
}

function checkCancellable(order: Order): void {
  if (order.status === "CANCELLED" || order.status === "COMPLETED")
    refuse(25001051, "Not allowed to return or cancel since order is completed or cancelled");
  if (order.pendingCancelId !== undefined)
    refuse(
      25001011,
      "A return request is already in process, or the order has already been cancelled.",
    );
  const early = ["UNPAID", "ON_HOLD", "AWAITING_SHIPMENT"].includes(order.status);
  const collectable =
    marketOf(order.region).cancelUntilCollection && order.status === "AWAITING_COLLECTION";
  if (!early && !collectable)
    refuse(
      25001045,
      "The order has already been shipped and we are unable to cancel shipment with the courier.",
    );
}

/** The seller cancels an order or, where the market and the reason allow, a part of it. */
export function createCancellation(context: Context, { body }: ApiRequest, shop: Shop): unknown {
  const order = findOrder(context, text(body["order_id"]));
  if (order?.shopId !== shop.id) return refuse(25020005, "No permission to process this order");
  checkCancellable(order);
  const reason = checkReason(context, order, text(body["cancel_reason"]));
  const lineIds = meantLines(order, body);
  const open = order.lines.filter((line) => line.status !== "CANCELLED").length;
  const partAllowed = marketOf(order.region).partialCancel && allowsPart(reason.name);
  if (lineIds.length < open && !partAllowed)
    refuse(25005010, "Unable to cancel individual line items within this request.");
  const row = sellerCancels(context, order, reason, lineIds);
  return { cancel_id: row.id, cancel_status: row.status };
}

/** The name of a status in the filter, which spells the closed one differently. */
const filterName = (row: Cancellation) =>
  row.status === "CANCELLATION_REQUEST_CANCELLED" ? "CANCELLATION_REQUEST_CANCEL" : row.status;

function matches(row: Cancellation, body: Fields): boolean {
  const among = (field: string, value: string) => {
    const wanted = texts(body[field]);
    return wanted.length === 0 || wanted.includes(value);
  };
  const within = (value: number, from: unknown, to: unknown) =>
    value >= (whole(from) ?? 0) && value < (whole(to) ?? Infinity);
  return (
    among("cancel_ids", row.id) &&
    among("order_ids", row.orderId) &&
    among("cancel_types", row.type) &&
    among("cancel_status", filterName(row)) &&
    within(row.createTime, body["create_time_ge"], body["create_time_lt"]) &&
    within(row.updateTime, body["update_time_ge"], body["update_time_lt"])
  );
}

function refundView(order: Order, minor: number, taxMinor: number): Fields {
  const money = (amount: number) => fromMinor(amount, order.currency);
  return {
    currency: order.currency,
    refund_total: money(minor + taxMinor),
    refund_subtotal: money(minor),
    refund_shipping_fee: money(0),
    refund_tax: money(taxMinor),
  };
}

function view(context: Context, row: Cancellation): unknown {
  const order = findOrder(context, row.orderId);
  if (!order) return {};
  const lines = order.lines.filter((line) => row.lineIds.includes(line.id));
  const paid = (line: Order["lines"][number]) =>
    line.originalMinor - line.sellerDiscountMinor - line.platformDiscountMinor;
  const total = lines.reduce((sum, line) => sum + paid(line), 0);
  const tax = lines.reduce((sum, line) => sum + line.taxMinor, 0);
  const pending = row.status === "CANCELLATION_REQUEST_PENDING" && row.role === "BUYER";
  return present({
    cancel_id: row.id,
    order_id: row.orderId,
    cancel_type: row.type,
    cancel_status: row.status,
    role: row.role,
    cancel_reason: row.reason,
    cancel_reason_text: row.reasonText,
    create_time: row.createTime,
    update_time: row.updateTime,
    seller_next_action_response: pending
      ? [{ action: "SELLER_RESPOND_CANCEL", deadline: row.deadline }]
      : undefined,
    refund_amount: refundView(order, total, tax),
    cancel_line_items: lines.map((line) => ({
      cancel_line_item_id: line.id,
      order_line_item_id: line.id,
      sku_id: line.skuId,
      sku_name: line.skuName,
      product_name: line.productName,
      seller_sku: line.sellerSku,
      product_image: { url: imageUrl(context, line.imageUri), width: 200, height: 200 },
      refund_amount: refundView(order, paid(line), line.taxMinor),
    })),
    should_replenish_stock: true,
  });
}

/** Cancellations by filter, oldest first unless asked otherwise. */
export function searchCancellations(
  context: Context,
  { body, query }: ApiRequest,
  shop: Shop,
): unknown {
  const rows = cancellationsOf(context, shop.id).filter((row) => matches(row, body));
  const byUpdate = query.get("sort_field") === "update_time";
  rows.sort((a, b) => (byUpdate ? a.updateTime - b.updateTime : a.createTime - b.createTime));
  if (query.get("sort_order") === "DESC") rows.reverse();
  const page = pageOf(rows, query, { maximum: 50, fallback: 10, badSize: 25001001 });
  const cancellations = page.rows.map((row) => view(context, row));
  return { cancellations, total_count: page.total, next_page_token: page.next };
}

/** Answers a repeated idempotency key with the first result. */
function once(context: Context, request: ApiRequest, act: () => void): unknown {
  const key = request.query.get("idempotency_key");
  const id = `${request.params["cancel_id"] ?? ""}:${key ?? ""}`;
  if (key && context.storage.get("tts:idempotency", id)) return {};
  act();
  if (key) context.storage.put("tts:idempotency", id, true);
  return {};
}

function ownCancellation(context: Context, request: ApiRequest, shop: Shop): Cancellation {
  const row = findCancellation(context, request.params["cancel_id"] ?? "");
  if (row?.shopId === shop.id) return row;
  throw new ApiError(25020005, "No permission to process this order");
}

export function approve(context: Context, request: ApiRequest, shop: Shop): unknown {
  const row = ownCancellation(context, request, shop);
  return once(context, request, () => {
    if (row.status === "CANCELLATION_REQUEST_CANCELLED")
      refuse(25020009, "reverse already cancelled");
    if (row.status !== "CANCELLATION_REQUEST_PENDING")
      refuse(25011012, "reverse status cannot approve application");
    approveCancellation(context, row);
  });
}

export function reject(context: Context, request: ApiRequest, shop: Shop): unknown {
  const row = ownCancellation(context, request, shop);
  return once(context, request, () => {
    const name = text(request.body["reject_reason"]);
    if (!marketOf(shop.region).cancelReasons.reject.some((reason) => reason.name === name))
      refuse(
        25001014,
        "Unknown return reason. Please ensure you are passing a valid return reason.",
      );
    if (row.status === "CANCELLATION_REQUEST_PENDING") return rejectCancellation(context, row);
    if (row.status === "CANCELLATION_REQUEST_CANCELLED")
      refuse(25011011, "reverse status cannot reject application");
    refuse(25020010, "Aftersales has been approved and cannot be rejected.");
  });
}

export const listRejectReasons = (
  _context: Context,
  _request: ApiRequest,
  shop: Shop,
): unknown => ({
  reasons: marketOf(shop.region).cancelReasons.reject,
});
