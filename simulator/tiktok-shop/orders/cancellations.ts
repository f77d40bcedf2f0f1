// Cancellations as records: initiator, status, effect on the order. These are the steps of buyers,
// sellers and time; the API's calls are in cancellation-calls.ts.
import { ControlError } from "../../control-error";
import { nextId, unixNow, type Context } from "../context";
import { schedule, unschedule } from "../due";
import { emitWebhook } from "../webhooks/outbox";
import { cancelLines, saveOrder } from "./advance";
import { findOrder, type Order } from "./order";

export type CancelStatus =
  | "CANCELLATION_REQUEST_PENDING"
  | "CANCELLATION_REQUEST_SUCCESS"
  | "CANCELLATION_REQUEST_CANCELLED"
  | "CANCELLATION_REQUEST_COMPLETE";

export interface Cancellation {
  id: string;
  shopId: string;
  orderId: string;
  type: "CANCEL" | "BUYER_CANCEL";
  status: CancelStatus;
  role: "BUYER" | "SELLER" | "SYSTEM";
  reason: string;
  reasonText: string;
  lineIds: readonly string[];
  createTime: number;
  updateTime: number;
  /** Unix seconds until which the seller may answer. */
  deadline: number;
}

const ANSWER_SECONDS = 2 * 86_400;
const REFUND_MS = 60_000;
const BUYER_REASON = "ecom_order_to_ship_canceled_reason_no_longer_needed";

export const findCancellation = (context: Context, id: string): Cancellation | undefined =>
  context.storage.get<Cancellation>("tts:cancellation", id);

export const cancellationsOf = (context: Context, shopId: string): Cancellation[] =>
  context.storage.list<Cancellation>("tts:cancellation").filter((row) => row.shopId === shopId);

/** Stores a cancellation and notifies the app of its status. */
function save(context: Context, row: Cancellation, status: CancelStatus): Cancellation {
  const saved = { ...row, status, updateTime: unixNow(context) };
  context.storage.put("tts:cancellation", row.id, saved);
  emitWebhook(context, row.shopId, "CANCELLATION_STATUS_CHANGE", {
    order_id: row.orderId,
    cancellations_role: row.role,
    cancel_status: status,
    cancel_id: row.id,
    create_time: row.createTime,
  });
  return saved;
}

function build(
  context: Context,
  order: Order,
  role: Cancellation["role"],
  reason: { name: string; text: string },
  lineIds: readonly string[],
): Cancellation {
  const now = unixNow(context);
  return {
    id: nextId(context, "cancel"),
    shopId: order.shopId,
    orderId: order.id,
    type: role === "BUYER" ? "BUYER_CANCEL" : "CANCEL",
    status: "CANCELLATION_REQUEST_PENDING",
    role,
    reason: reason.name,
    reasonText: reason.text,
    lineIds,
    createTime: now,
    updateTime: now,
    deadline: now + ANSWER_SECONDS,
  };
}

/** Executes a cancellation; the refund completes it a minute later. */
function carryOut(context: Context, row: Cancellation): Cancellation {
  const saved = save(context, row, "CANCELLATION_REQUEST_SUCCESS");
  const order = findOrder(context, row.orderId);
  if (order) cancelLines(context, order, row.role, row.reasonText, row.lineIds);
  schedule(context, { kind: "cancellation", id: row.id, at: context.clock.now() + REFUND_MS });
  return saved;
}

/** The seller cancels lines at once. */
export function sellerCancels(
  context: Context,
  order: Order,
  reason: { name: string; text: string },
  lineIds: readonly string[],
): Cancellation {
  return carryOut(context, build(context, order, "SELLER", reason, lineIds));
}

/** The buyer cancels: at once before the order is to be shipped, by request afterwards. */
export function buyerCancels(context: Context, orderId: string): string | undefined {
  const order = findOrder(context, orderId);
  const free = order?.status === "UNPAID" || order?.status === "ON_HOLD";
  const asks = order?.status === "AWAITING_SHIPMENT" && order.pendingCancelId === undefined;
  if (!order || !(free || asks)) return undefined;
  const reason = { name: BUYER_REASON, text: "No longer needed" };
  const open = order.lines.filter((line) => line.status !== "CANCELLED").map(({ id }) => id);
  const row = build(context, order, "BUYER", reason, open);
  if (free) return carryOut(context, row).id;
  save(context, row, "CANCELLATION_REQUEST_PENDING");
  saveOrder(context, { ...order, pendingCancelId: row.id, requestCancelTime: unixNow(context) });
  const at = row.deadline * 1000;
  schedule(context, { kind: "cancellation", id: row.id, at });
  return row.id;
}

/** The seller agrees to a buyer's request. */
export const approveCancellation = (context: Context, row: Cancellation): Cancellation =>
  carryOut(context, row);

/** The seller refuses a buyer's request; the order goes on. */
export function rejectCancellation(context: Context, row: Cancellation): void {
  save(context, row, "CANCELLATION_REQUEST_CANCELLED");
  unschedule(context, "cancellation", row.id);
  const order = findOrder(context, row.orderId);
  if (!order) return;
  const { pendingCancelId: _closed, ...rest } = order;
  saveOrder(context, rest);
}

/** The seller answers a buyer's request. Throws a ControlError when it is not open any more. */
export function sellerAnswers(context: Context, id: string, answer: "approve" | "reject"): void {
  const row = findCancellation(context, id);
  if (row?.status !== "CANCELLATION_REQUEST_PENDING")
    throw new ControlError(`There is no open request ${id} to cancel.`);
  if (answer === "approve") approveCancellation(context, row);
  else rejectCancellation(context, row);
}

/** Rejects an open request, as shipping does in some markets. */
export function rejectByShipping(context: Context, id: string): void {
  const row = findCancellation(context, id);
  if (row) rejectCancellation(context, row);
}

/** Ends a time limit: an unanswered request succeeds, an executed one is refunded. */
export function cancellationDue(context: Context, id: string): void {
  unschedule(context, "cancellation", id);
  const row = findCancellation(context, id);
  if (row?.status === "CANCELLATION_REQUEST_PENDING") carryOut(context, row);
  else if (row?.status === "CANCELLATION_REQUEST_SUCCESS")
    save(context, row, "CANCELLATION_REQUEST_COMPLETE");
}
