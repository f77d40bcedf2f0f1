import { owesShipped, sentNumber } from "../../domain/orders/hand-over";
import { withProblem } from "../../domain/orders/order-record";
import { shownParcel } from "../../domain/orders/parcel";
import { readState, type StateRule } from "../../domain/orders/store-changes";
import type { SourceSession } from "../../platforms/source";
import type { OrderRepository } from "./order-repository";

type Source = Pick<SourceSession, "changeOrder" | "markShipped" | "readShipments">;

export interface MarkShippedDeps {
  orders: OrderRepository;
  source(): Promise<Source>;
  /** What the merchant's own states mean. */
  stateRules(): Promise<readonly StateRule[]>;
  /** False: the merchant keeps the store's states and numbers to themselves. */
  writesShipped(): Promise<boolean>;
  now(): number;
}

/**
 * Gives the store's order the number under which the channel shows it on its way, and the state of being shipped:
 * the channel's carrier has it, or the seller shipped it in the channel's pages. A number that the merchant
 * typed stays, and so does what they cancelled or refunded; a repeat changes nothing. With the setting off the
 * order is done with, so that to want it later changes nothing.
 */
export async function markShipped(deps: MarkShippedDeps, orderId: string): Promise<void> {
  const known = deps.orders.read(orderId);
  if (!known || !owesShipped(known) || known.importState.status !== "imported") return;
  const number = sentNumber(known.order) ?? "";
  const given = known.fulfilment.shippedInStore;
  const { sourceOrderId } = known.importState;
  const isMarked = (await deps.writesShipped()) && (await mark(deps, sourceOrderId, number, given));
  const at = deps.now();
  deps.orders.atomically(() => {
    const record = deps.orders.read(orderId);
    if (!record) return;
    const fulfilment = { ...record.fulfilment, shippedInStore: number };
    const key = `shipped_in_store:${number}`;
    const facts = { trackingNumber: number };
    const entry = { key, kind: "shipped_in_store" as const, facts, at };
    deps.orders.write(
      withProblem({ ...record, fulfilment }, "delivery", null),
      isMarked ? [entry] : [],
    );
  });
}

/** `given`: the number that the order was given before. False where the order stays as the merchant left it. */
async function mark(
  deps: MarkShippedDeps,
  sourceOrderId: string,
  number: string,
  given: string | undefined,
): Promise<boolean> {
  const source = await deps.source();
  const [shipment] = await source.readShipments([sourceOrderId]);
  if (!shipment) return false;
  const { isCancelled, isShipped } = readState(shipment, await deps.stateRules());
  if (isCancelled) return false;
  const shown = shownParcel(
    shipment.parcels.map((parcel) => ({ ...parcel, lines: [], notified: null })),
  ).trackingNumber.trim();
  if (!isShipped && !(await source.markShipped(sourceOrderId))) return false;
  if (shown === "" || shown === given)
    await source.changeOrder(sourceOrderId, { parcel: { trackingNumber: number } });
  return true;
}
