import { withReturns, type HistoryEntry } from "../../domain/orders/order-record";
import type { OrderReturn } from "../../domain/orders/channel-order";
import type { ChannelSession } from "../../platforms/channel";
import type { OrderRepository } from "./order-repository";
import { planNext } from "./plan-next";

export interface ReadReturnsDeps {
  orders: OrderRepository;
  channel(): Promise<Pick<ChannelSession, "readReturns">>;
  now(): number;
}

/** Reads the returns of an order that was sent; a change is an entry of its history. */
export async function readReturns(deps: ReadReturnsDeps, orderId: string): Promise<void> {
  const returns = await (await deps.channel()).readReturns(orderId);
  const at = deps.now();
  deps.orders.atomically(() => {
    const record = deps.orders.read(orderId);
    if (!record) return;
    const known = record.order.returns ?? [];
    if (JSON.stringify(known) === JSON.stringify(returns)) return;
    const entries = returns
      .filter(({ id, state }) => !known.some((one) => one.id === id && one.state === state))
      .map((one) => toEntry(one, at));
    planNext(deps.orders, { ...record, order: withReturns(record.order, returns) }, entries, at);
  });
}

function toEntry({ id, state, reason, refundMinor }: OrderReturn, at: number): HistoryEntry {
  const amount = refundMinor === undefined ? {} : { totalMinor: refundMinor };
  return { key: `return:${id}:${state}`, kind: "return", facts: { state, reason, ...amount }, at };
}
