// Returns after delivery: the buyer asks, the seller agrees or refuses, the refund completes it. Only the
// refund without a parcel back to the seller is simulated.
import { nextId, unixNow, type Context } from "../context";
import { ApiError } from "../envelope";
import { present, text, texts, whole } from "../fields";
import { fromMinor } from "../money";
import { pageOf } from "../paging";
import type { ApiRequest } from "../request";
import type { Shop } from "../shops/shop";
import { emitWebhook } from "../webhooks/outbox";
import { findOrder } from "./order";

type ReturnStatus =
  | "RETURN_OR_REFUND_REQUEST_PENDING"
  | "REFUND_OR_RETURN_REQUEST_REJECT"
  | "RETURN_OR_REFUND_REQUEST_COMPLETE";

interface Return {
  id: string;
  shopId: string;
  orderId: string;
  status: ReturnStatus;
  lineIds: readonly string[];
  createTime: number;
  updateTime: number;
}

const ANSWER_SECONDS = 2 * 86_400;

function save(context: Context, row: Return, status: ReturnStatus): void {
  const update_time = unixNow(context);
  context.storage.put("tts:return", row.id, { ...row, status, updateTime: update_time });
  emitWebhook(context, row.shopId, "RETURN_STATUS_CHANGE", {
    order_id: row.orderId,
    return_role: "BUYER",
    return_type: "REFUND",
    return_status: status,
    return_id: row.id,
    create_time: row.createTime,
    update_time,
  });
}

/** The buyer asks for the money of a delivered order back; undefined when it was not delivered. */
export function buyerReturns(context: Context, orderId: string): string | undefined {
  const order = findOrder(context, orderId);
  if (order?.status !== "DELIVERED" && order?.status !== "COMPLETED") return undefined;
  const now = unixNow(context);
  const row: Return = {
    id: nextId(context, "return"),
    shopId: order.shopId,
    orderId,
    status: "RETURN_OR_REFUND_REQUEST_PENDING",
    lineIds: order.lines.filter((line) => line.status !== "CANCELLED").map(({ id }) => id),
    createTime: now,
    updateTime: now,
  };
  save(context, row, row.status);
  return row.id;
}

function view(context: Context, row: Return): unknown {
  const order = findOrder(context, row.orderId);
  const lines = (order?.lines ?? []).filter((line) => row.lineIds.includes(line.id));
  const currency = order?.currency ?? "";
  const total = lines.reduce(
    (sum, line) => sum + line.originalMinor - line.sellerDiscountMinor - line.platformDiscountMinor,
    0,
  );
  const pending = row.status === "RETURN_OR_REFUND_REQUEST_PENDING";
  const deadline = row.createTime + ANSWER_SECONDS;
  return present({
    return_id: row.id,
    order_id: row.orderId,
    return_type: "REFUND",
    return_status: row.status,
    role: "BUYER",
    return_reason: "ecom_order_delivered_refund_reason_damaged",
    return_reason_text: "Damaged on arrival",
    create_time: row.createTime,
    update_time: row.updateTime,
    seller_next_action_response: pending
      ? [{ action: "SELLER_RESPOND_REFUND", deadline }]
      : undefined,
    refund_amount: { currency, refund_total: fromMinor(total, currency) },
    return_line_items: lines.map((line) => ({
      return_line_item_id: line.id,
      order_line_item_id: line.id,
      sku_id: line.skuId,
      sku_name: line.skuName,
      product_name: line.productName,
      seller_sku: line.sellerSku,
    })),
  });
}

/** Returns by filter, oldest first. */
export function searchReturns(context: Context, { body, query }: ApiRequest, shop: Shop): unknown {
  const among = (field: string, value: string) => {
    const wanted = texts(body[field]);
    return wanted.length === 0 || wanted.includes(value);
  };
  const from = whole(body["update_time_ge"]) ?? 0;
  const rows = context.storage
    .list<Return>("tts:return")
    .filter(
      (row) =>
        row.shopId === shop.id &&
        among("return_ids", row.id) &&
        among("order_ids", row.orderId) &&
        among("return_status", row.status) &&
        row.updateTime >= from &&
        row.updateTime < (whole(body["update_time_lt"]) ?? Infinity),
    );
  const page = pageOf(rows, query, { minimum: 10, maximum: 50, fallback: 10, badSize: 25001001 });
  return {
    return_orders: page.rows.map((row) => view(context, row)),
    total_count: page.total,
    next_page_token: page.next,
  };
}

function pendingReturn(context: Context, { params }: ApiRequest, shop: Shop, code: number): Return {
  const row = context.storage.get<Return>("tts:return", params["return_id"] ?? "");
  if (row?.shopId !== shop.id) throw new ApiError(25020005, "No permission to process this order");
  if (row.status === "RETURN_OR_REFUND_REQUEST_PENDING") return row;
  throw new ApiError(code, "reverse status does not allow this decision");
}

/** The seller pays the money back, in his own pages. */
export function sellerRefunds(context: Context, returnId: string): void {
  const row = context.storage.get<Return>("tts:return", returnId);
  if (row) save(context, row, "RETURN_OR_REFUND_REQUEST_COMPLETE");
}

/** The seller pays the money back. */
export function approveReturn(context: Context, request: ApiRequest, shop: Shop): unknown {
  if (text(request.body["decision"]) !== "APPROVE_REFUND")
    throw new ApiError(25020004, "decision not match reverse type");
  const row = pendingReturn(context, request, shop, 25011012);
  save(context, row, "RETURN_OR_REFUND_REQUEST_COMPLETE");
  return {};
}

/** The seller refuses. */
export function rejectReturn(context: Context, request: ApiRequest, shop: Shop): unknown {
  if (text(request.body["reject_reason"]) === "")
    throw new ApiError(25001014, "Unknown return reason.");
  save(context, pendingReturn(context, request, shop, 25011011), "REFUND_OR_RETURN_REQUEST_REJECT");
  return {};
}
