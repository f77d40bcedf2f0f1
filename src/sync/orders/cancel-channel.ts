import { openLines } from "../../domain/orders/order-draft";
import { withProblem } from "../../domain/orders/order-record";
import { isImportable } from "../../domain/orders/channel-order";
import { SyncError } from "../../domain/errors/sync-error";
import type { ChannelSession } from "../../platforms/channel";
import type { OrderRepository } from "./order-repository";
import { refreshOrder, type RefreshOrderDeps } from "./refresh-order";

export interface CancelChannelDeps extends Pick<RefreshOrderDeps, "connectedAt"> {
  orders: OrderRepository;
  channel(): Promise<Pick<ChannelSession, "readOrders" | "cancelOrder">>;
  now(): number;
}

/** The channel shows a cancellation a moment after the call. */
const SHOWN_AFTER_MS = 3_000;

/**
 * The store cancelled an order: ask the channel to cancel, unless it has already. What is under way
 * to the buyer cannot be called back: SyncError("merchant", "order.cancel_too_late").
 */
export async function cancelChannel(deps: CancelChannelDeps, orderId: string): Promise<void> {
  const known = deps.orders.read(orderId);
  if (!known?.fulfilment.isCancelled || known.fulfilment.sourceCancelledAt !== null) return;
  const order = await refreshOrder(deps, orderId);
  if (order.state === "cancelled") return;
  if (!isImportable(order) && order.state !== "on_hold" && order.state !== "unpaid")
    throw new SyncError("merchant", "order.cancel_too_late", { state: order.state });
  const lineIds = openLines(order).map((line) => line.id);
  const reason = order.hasCancelRequest ? "buyer_asked" : "out_of_stock";
  await (await deps.channel()).cancelOrder(orderId, lineIds, reason);
  const at = deps.now();
  deps.orders.atomically(() => {
    const record = deps.orders.read(orderId);
    if (!record) return;
    const fulfilment = { ...record.fulfilment, channelCancelAskedAt: at };
    deps.orders.write(withProblem({ ...record, fulfilment }, "cancel", null), [
      { key: "cancel_asked", kind: "cancel_asked", facts: { reason }, at },
    ]);
    deps.orders.schedule("refresh-order", orderId, at + SHOWN_AFTER_MS);
  });
}
