import type { ChannelOrder } from "../../domain/orders/channel-order";
import { receiveOrder } from "../../domain/orders/order-record";
import { SyncError } from "../../domain/errors/sync-error";
import type { ChannelSession } from "../../platforms/channel";
import type { OrderRepository } from "./order-repository";
import { planNext } from "./plan-next";

export interface RefreshOrderDeps {
  orders: OrderRepository;
  channel(): Promise<Pick<ChannelSession, "readOrders">>;
  /** When the connection was made, epoch ms. */
  connectedAt(): Promise<number>;
  now(): number;
}

/**
 * Reads an order of the channel again and plans what follows. A webhook ends here, and so does
 * every step that must know the channel's present order. Throws SyncError("retry",
 * "order.not_readable") while the channel does not show an order it sent an event about.
 */
export async function refreshOrder(deps: RefreshOrderDeps, orderId: string): Promise<ChannelOrder> {
  const readAt = deps.now();
  const [order] = await (await deps.channel()).readOrders([orderId]);
  if (!order) throw new SyncError("retry", "order.not_readable", { orderId });
  receive(deps.orders, order, readAt, await deps.connectedAt());
  // A return is announced as news of its order, which does not show it.
  if (isSent(order)) deps.orders.schedule("read-returns", orderId, readAt);
  return order;
}

const isSent = ({ state }: ChannelOrder): boolean =>
  state === "in_transit" || state === "delivered" || state === "completed";

/** Stores the channel's order if it is news; webhook and poll meet here. True when it was. */
export function receive(
  orders: OrderRepository,
  order: ChannelOrder,
  readAt: number,
  connectedAt: number,
): boolean {
  return orders.atomically(() => {
    const received = receiveOrder(orders.read(order.id), order, readAt, connectedAt);
    if (!received) return false;
    planNext(orders, received.record, received.entries, readAt);
    return true;
  });
}
