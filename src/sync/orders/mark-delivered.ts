import { owesDelivery, withProblem, type OrderRecord } from "../../domain/orders/order-record";
import { readState, type StateRule } from "../../domain/orders/store-changes";
import type { SourceSession } from "../../platforms/source";
import type { OrderRepository } from "./order-repository";

export interface MarkDeliveredDeps {
  orders: OrderRepository;
  source(): Promise<Pick<SourceSession, "markDelivered" | "readShipments">>;
  /** What the merchant's own states mean. */
  stateRules(): Promise<readonly StateRule[]>;
  /** False: the merchant keeps the store's states to themselves. */
  writesDelivered(): Promise<boolean>;
  now(): number;
}

/**
 * Puts the store's order into its delivered state once the channel has delivered it, where the merchant
 * wants that. What the merchant cancelled or refunded there stays as it is; a repeat changes nothing.
 * An order delivered while the merchant does not want it is done with: to want it later changes nothing.
 */
export async function markDelivered(deps: MarkDeliveredDeps, orderId: string): Promise<void> {
  const known = deps.orders.read(orderId);
  if (!known || !owesDelivery(known)) return;
  const { importState } = known;
  if (importState.status !== "imported") return;
  const isMarked = (await deps.writesDelivered()) && (await mark(deps, importState.sourceOrderId));
  const at = deps.now();
  deps.orders.atomically(() => {
    const record = deps.orders.read(orderId);
    if (!record || record.fulfilment.deliveredAt !== undefined) return;
    const entry = { key: "delivered_in_store", kind: "delivered_in_store" as const, facts: {}, at };
    deps.orders.write(withDelivery(record, at), isMarked ? [entry] : []);
  });
}

/** False where the order stays as the merchant left it. */
async function mark(deps: MarkDeliveredDeps, sourceOrderId: string): Promise<boolean> {
  const source = await deps.source();
  const [shipment] = await source.readShipments([sourceOrderId]);
  if (shipment && readState(shipment, await deps.stateRules()).isCancelled) return false;
  return source.markDelivered(sourceOrderId);
}

const withDelivery = (record: OrderRecord, deliveredAt: number): OrderRecord =>
  withProblem({ ...record, fulfilment: { ...record.fulfilment, deliveredAt } }, "delivery", null);
