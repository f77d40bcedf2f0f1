import { knownSourceOrder } from "../../domain/orders/order-claim";
import { withProblem } from "../../domain/orders/order-record";
import { planOrder } from "../../domain/orders/plan-order";
import type { StateRule } from "../../domain/orders/store-changes";
import type { SourceSession } from "../../platforms/source";
import { recordShipment } from "./record-shipment";
import type { OrderRepository } from "./order-repository";
import { planNext } from "./plan-next";

export interface CancelSourceDeps {
  orders: OrderRepository;
  source(): Promise<Pick<SourceSession, "cancelOrder" | "readShipments">>;
  /** Schedules a read of the store's count, which has just risen. */
  rereadStock(productIds: readonly string[]): void;
  stateRules(): Promise<readonly StateRule[]>;
  now(): number;
}

/**
 * Cancels the store's order after the channel's order was cancelled, be the import done or parked
 * with a wrong order in the store. Cancelling puts the goods back on the shelf, so the store is
 * asked first whether they have been shipped. A repeat changes nothing at the store, so a lost
 * answer does no harm.
 */
export async function cancelSource(deps: CancelSourceDeps, orderId: string): Promise<void> {
  const record = deps.orders.read(orderId);
  const sourceOrderId = record && knownSourceOrder(record.importState);
  if (sourceOrderId === undefined || record?.order.state !== "cancelled") return;
  const { isCancelled, sourceCancelledAt } = record.fulfilment;
  if (isCancelled || sourceCancelledAt !== null) return;
  const source = await deps.source();
  const [shipment] = await source.readShipments([sourceOrderId]);
  const seen = shipment ? recordShipment(deps, orderId, shipment, await deps.stateRules()) : record;
  if (!seen) return;
  if (planOrder(seen, []).step !== "cancel-source") {
    deps.orders.atomically(() => planNext(deps.orders, seen, [], deps.now()));
    return;
  }
  await source.cancelOrder(sourceOrderId);
  const at = deps.now();
  deps.orders.atomically(() => {
    const latest = deps.orders.read(orderId);
    if (!latest) return;
    const fulfilment = { ...latest.fulfilment, sourceCancelledAt: at };
    const facts = { sourceOrderId };
    // A wrong import of a cancelled order needs no repair.
    const cancelled = withProblem(
      withProblem({ ...latest, fulfilment }, "cancel", null),
      "import",
      null,
    );
    deps.orders.write(cancelled, [
      { key: `source_cancelled:${sourceOrderId}`, kind: "source_cancelled", facts, at },
    ]);
    deps.rereadStock((latest.draft?.lines ?? []).map((line) => line.productId));
  });
}
