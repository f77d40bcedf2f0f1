import type { ChannelOrder } from "../../domain/orders/channel-order";
import { isImportable } from "../../domain/orders/channel-order";
import {
  COMMON_REASON,
  reasonToCancel,
  type CancelReason,
} from "../../domain/orders/cancel-reason";
import { openLines } from "../../domain/orders/order-draft";
import { isShortOf, withProblem, type OrderRecord } from "../../domain/orders/order-record";
import { SyncError } from "../../domain/errors/sync-error";
import type { ChannelSession } from "../../platforms/channel";
import type { OrderRepository } from "./order-repository";
import { refreshOrder, type RefreshOrderDeps } from "./refresh-order";

type Channel = Pick<ChannelSession, "readOrders" | "cancelOrder" | "answerCancelRequest">;

export interface CancelChannelDeps extends Pick<RefreshOrderDeps, "connectedAt"> {
  orders: OrderRepository;
  channel(): Promise<Channel>;
  /** What the merchant chose for cancellations whose reason no fact gives. */
  cancelReason(): Promise<CancelReason>;
  /** Schedules a read of the store's count, which rose when it cancelled. */
  rereadStock(productIds: readonly string[]): void;
  now(): number;
}

/** The channel shows a cancellation a moment after the call. */
const SHOWN_AFTER_MS = 3_000;

/**
 * The store cancelled an order: ask the channel to cancel, unless it has already. Where the buyer
 * asks for the same, the request is approved; what it leaves is cancelled by the next run. What is
 * under way to the buyer cannot be called back: SyncError("merchant", "order.cancel_too_late"). A
 * number asks for another run at that moment (epoch ms).
 */
export async function cancelChannel(
  deps: CancelChannelDeps,
  orderId: string,
): Promise<number | undefined> {
  const known = deps.orders.read(orderId);
  if (!known?.fulfilment.isCancelled || known.fulfilment.sourceCancelledAt !== null)
    return undefined;
  const order = await refreshOrder(deps, orderId);
  if (order.state === "cancelled") return undefined;
  if (!isImportable(order) && order.state !== "on_hold" && order.state !== "unpaid")
    throw new SyncError("merchant", "order.cancel_too_late", { state: order.state });
  const channel = await deps.channel();
  if (order.hasCancelRequest && (await channel.answerCancelRequest(orderId, "approve")))
    return noteApproved(deps, orderId);
  return askToCancel(deps, channel, order, known);
}

/** A request that the order does not show yet refuses the seller's own: it is approved as well. */
async function askToCancel(
  deps: CancelChannelDeps,
  channel: Channel,
  order: ChannelOrder,
  known: OrderRecord,
): Promise<number | undefined> {
  const isShort = isShortOf(known);
  const wanted = reasonToCancel({ isShort, isPart: false }, await deps.cancelReason());
  try {
    noteAsked(deps, order.id, await nameReason(channel, order, wanted));
    return undefined;
  } catch (caught) {
    const isOpen = caught instanceof SyncError && caught.code.endsWith(".cancel_open");
    if (!isOpen || !(await channel.answerCancelRequest(order.id, "approve"))) throw caught;
    return noteApproved(deps, order.id);
  }
}

/** Asks with the reason or, where the market does not know it, with the one that all know. */
async function nameReason(
  channel: Channel,
  order: ChannelOrder,
  wanted: CancelReason,
): Promise<CancelReason> {
  const lineIds = openLines(order).map((line) => line.id);
  try {
    await channel.cancelOrder(order.id, lineIds, wanted);
    return wanted;
  } catch (caught) {
    const isUnknown = caught instanceof SyncError && caught.code.endsWith(".cancel_reason");
    if (!isUnknown || wanted === COMMON_REASON) throw caught;
    await channel.cancelOrder(order.id, lineIds, COMMON_REASON);
    return COMMON_REASON;
  }
}

type NoteDeps = Pick<CancelChannelDeps, "orders" | "rereadStock" | "now">;

function noteAsked(deps: NoteDeps, orderId: string, reason: CancelReason): void {
  const at = deps.now();
  deps.orders.atomically(() => {
    const record = deps.orders.read(orderId);
    if (!record) return;
    const fulfilment = { ...record.fulfilment, channelCancelAskedAt: at };
    deps.orders.write(withProblem({ ...record, fulfilment }, "cancel", null), [
      { key: "cancel_asked", kind: "cancel_asked", facts: { reason }, at },
    ]);
    deps.rereadStock(productsOf(record));
    deps.orders.schedule("refresh-order", orderId, at + SHOWN_AFTER_MS);
  });
}

function noteApproved(deps: NoteDeps, orderId: string): number {
  const at = deps.now();
  deps.orders.atomically(() => {
    const record = deps.orders.read(orderId);
    if (!record) return;
    const facts = { reason: "buyer_asked" };
    deps.orders.write(withProblem(record, "cancel", null), [
      { key: "cancel_asked", kind: "cancel_asked", facts, at },
    ]);
    deps.rereadStock(productsOf(record));
  });
  return at + SHOWN_AFTER_MS;
}

const productsOf = ({ draft }: OrderRecord): string[] =>
  (draft?.lines ?? []).map(({ productId }) => productId);
