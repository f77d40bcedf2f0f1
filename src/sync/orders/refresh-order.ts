import type { ChannelOrder } from "../../domain/orders/channel-order";
import { receiveOrder } from "../../domain/orders/order-record";
import { SyncError } from "../../domain/errors/sync-error";
import type { ChannelSession } from "../../platforms/channel";
import type { OrderRepository } from "./order-journal";
import { planNext } from "./plan-next";

export interface RefreshOrderDeps {
  book: OrderRepository;
  channel(): Promise<Pick<ChannelSession, "readOrders">>;
  now(): number;
}

/**
 * Reads an order of the channel again and plans what follows. A webhook ends here, and so does every
 * step that must know the channel's present word. Throws SyncError("retry", "order.not_readable")
 * while the channel does not show an order it told us about.
 */
export async function refreshOrder(deps: RefreshOrderDeps, orderId: string): Promise<ChannelOrder> {
  const readAt = deps.now();
  const [order] = await (await deps.channel()).readOrders([orderId]);
  if (!order) throw new SyncError("retry", "order.not_readable", { orderId });
  receive(deps.book, order, readAt);
  return order;
}

/** Keeps the channel's word if it is news; webhook and poll meet here. True when it was. */
export function receive(book: OrderRepository, order: ChannelOrder, readAt: number): boolean {
  return book.atomically(() => {
    const received = receiveOrder(book.read(order.id), order, readAt);
    if (!received) return false;
    planNext(book, received.record, received.entries, readAt);
    return true;
  });
}
