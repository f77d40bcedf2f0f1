import { knownSourceOrder } from "../../domain/orders/order-claim";
import { withProblem } from "../../domain/orders/order-record";
import { planOrder } from "../../domain/orders/plan-order";
import type { SourceSession } from "../../platforms/source";
import { noteShipment } from "./export-shipment";
import type { OrderRepository } from "./order-journal";
import { planNext } from "./plan-next";

export interface CancelSourceDeps {
  book: OrderRepository;
  source(): Promise<Pick<SourceSession, "cancelOrder" | "readShipments">>;
  /** The store's count has just risen: look at it. */
  lookAtStock(productIds: readonly string[]): void;
  now(): number;
}

/**
 * The channel's order was cancelled after its import, or while one that came out wrong waits for a person:
 * the store's order is cancelled too, which puts the goods back; so the store is asked first whether they
 * have left meanwhile. A repeat changes nothing at the store, so a lost answer does no harm.
 */
export async function cancelSource(deps: CancelSourceDeps, orderId: string): Promise<void> {
  const record = deps.book.read(orderId);
  const sourceOrderId = record && knownSourceOrder(record.importState);
  if (sourceOrderId === undefined || record?.order.state !== "cancelled") return;
  const { isCancelled, sourceCancelledAt } = record.fulfilment;
  if (isCancelled || sourceCancelledAt !== null) return;
  const source = await deps.source();
  const [shipment] = await source.readShipments([sourceOrderId]);
  const seen = shipment ? noteShipment(deps, orderId, shipment) : record;
  if (!seen) return;
  if (planOrder(seen, []).step !== "cancel-source") {
    deps.book.atomically(() => planNext(deps.book, seen, [], deps.now()));
    return;
  }
  await source.cancelOrder(sourceOrderId);
  const at = deps.now();
  deps.book.atomically(() => {
    const latest = deps.book.read(orderId);
    if (!latest) return;
    const fulfilment = { ...latest.fulfilment, sourceCancelledAt: at };
    const facts = { sourceOrderId };
    // Nobody needs to repair an order any more that is not wanted.
    const settled = withProblem(
      withProblem({ ...latest, fulfilment }, "cancel", null),
      "import",
      null,
    );
    deps.book.write(settled, [
      { key: `source_cancelled:${sourceOrderId}`, kind: "source_cancelled", facts, at },
    ]);
    deps.lookAtStock((latest.draft?.lines ?? []).map((line) => line.productId));
  });
}
