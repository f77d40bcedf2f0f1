import type { ChannelOrder } from "../../domain/orders/channel-order";
import {
  whyMissed,
  type KnownOrder,
  type MissedTerms,
  type MissedWhy,
} from "../../domain/orders/missed-order";
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
  id: string;
  /** Null: it is unreadable. */
  order: ChannelOrder | null;
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
  const { orders, unreadable = [], next } = await (await deps.channel()).listOrders(time, cursor);
  const listed = [
    ...orders.map((order) => ({ id: order.id, order })),
    ...unreadable.map((id) => ({ id, order: null })),
  ];
  const known = await deps.readKnown(listed.map(({ id }) => id));
  const missing = listed.filter(({ id }) => !known.get(id)?.isInStore);
  return {
    missed: missing.map(({ id, order }) => ({
      id,
      order,
      why: order ? whyMissed(order, termsOf(deps.connectedAt, known.get(id))) : "unreadable",
      problem: known.get(id)?.problem ?? null,
    })),
    inStore: listed.length - missing.length,
    next,
  };
}

const termsOf = (connectedAt: number, known: KnownOrder | undefined): MissedTerms => ({
  connectedAt,
  isLetGo: known !== undefined && !known.isUnsynced,
});
