import { owesDelivery, withProblem, type OrderRecord } from "../../domain/orders/order-record";
import type { SourceSession } from "../../platforms/source";
import type { OrderRepository } from "./order-repository";

export interface MarkDeliveredDeps {
  orders: OrderRepository;
  source(): Promise<Pick<SourceSession, "markDelivered">>;
  /** False: the merchant keeps the store's states to themselves. */
  writesDelivered(): Promise<boolean>;
  now(): number;
}

/**
 * Puts the store's order into its delivered state once the channel has delivered it, where the merchant
 * wants that. What the merchant cancelled or refunded there stays as it is; a repeat changes nothing.
 */
export async function markDelivered(deps: MarkDeliveredDeps, orderId: string): Promise<void> {
  const known = deps.orders.read(orderId);
  if (!known || !owesDelivery(known) || !(await deps.writesDelivered())) return;
  const { importState } = known;
  if (importState.status !== "imported") return;
  const isMarked = await (await deps.source()).markDelivered(importState.sourceOrderId);
  const at = deps.now();
  deps.orders.atomically(() => {
    const record = deps.orders.read(orderId);
    if (!record || record.fulfilment.deliveredAt !== undefined) return;
    const entry = { key: "delivered_in_store", kind: "delivered_in_store" as const, facts: {}, at };
    deps.orders.write(withDelivery(record, at), isMarked ? [entry] : []);
  });
}

const withDelivery = (record: OrderRecord, deliveredAt: number): OrderRecord =>
  withProblem({ ...record, fulfilment: { ...record.fulfilment, deliveredAt } }, "delivery", null);
