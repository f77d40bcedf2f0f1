import type { ChannelOrder } from "../../domain/orders/channel-order";
import { whyMissed, type KnownOrder, type MissedWhy } from "../../domain/orders/missed-order";
import type { Reason } from "../../domain/errors/reason";
import type { ChannelSession } from "../../platforms/channel";

export interface ListMissedDeps {
  channel(): Promise<Pick<ChannelSession, "listOrders">>;
  /** By the channel's ids, of those that are known. */
  readKnown(orderIds: readonly string[]): Promise<ReadonlyMap<string, KnownOrder>>;
  /** Epoch ms. */
  connectedAt: number;
}

export interface MissedOrder {
  order: ChannelOrder;
  why: MissedWhy;
  problem: Reason | null;
}

export interface MissedPage {
  missed: MissedOrder[];
  /** Orders of the page that the store has. */
  inStore: number;
  next: string | undefined;
}

/** One page of the channel's orders of a time: those that are not in the store, each with why. */
export async function listMissed(
  deps: ListMissedDeps,
  time: { from: number; until: number },
  cursor: string | undefined,
): Promise<MissedPage> {
  const { orders, next } = await (await deps.channel()).listOrders(time, cursor);
  const known = await deps.readKnown(orders.map(({ id }) => id));
  const missing = orders.filter(({ id }) => !known.get(id)?.isInStore);
  return {
    missed: missing.map((order) => ({
      order,
      why: whyMissed(order, { connectedAt: deps.connectedAt, isKnown: known.has(order.id) }),
      problem: known.get(order.id)?.problem ?? null,
    })),
    inStore: orders.length - missing.length,
    next,
  };
}
