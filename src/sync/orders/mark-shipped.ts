import { owedShipment } from "../../domain/orders/hand-over";
import { withProblem, type OrderRecord } from "../../domain/orders/order-record";
import { numbersIn, storeNumbers } from "../../domain/orders/packing";
import { shownNumber } from "../../domain/orders/parcel";
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

type Owed = NonNullable<ReturnType<typeof owedShipment>>;

/**
 * Gives the store's order the number under which the channel shows it, and the state of being shipped once the
 * goods have left: the channel's carrier has them, or the seller shipped them in the channel's pages. A number
 * that the merchant typed stays, and so does what they cancelled or refunded; a repeat changes nothing. With
 * the setting off the order is done with, so that to want it later changes nothing.
 */
export async function markShipped(deps: MarkShippedDeps, orderId: string): Promise<void> {
  const known = deps.orders.read(orderId);
  const owed = known && owedShipment(known);
  if (!owed || known.importState.status !== "imported") return;
  const { sourceOrderId } = known.importState;
  const given = known.fulfilment.numberInStore;
  const isMarked = (await deps.writesShipped()) && (await mark(deps, sourceOrderId, owed, given));
  const at = deps.now();
  deps.orders.atomically(() => {
    const record = deps.orders.read(orderId);
    if (!record) return;
    const key = `shipped_in_store:${owed.number}`;
    const facts = { trackingNumber: owed.number };
    const entry = { key, kind: "shipped_in_store" as const, facts, at };
    deps.orders.write(withGiven(record, owed), isMarked && owed.isGone ? [entry] : []);
  });
}

const withGiven = (record: OrderRecord, { number, isGone }: Owed): OrderRecord => {
  const given = { numberInStore: number, ...(isGone && { shippedInStore: number }) };
  return withProblem({ ...record, fulfilment: { ...record.fulfilment, ...given } }, "sent", null);
};

/** `given`: the number that the order was given before. False where the order stays as the merchant left it. */
async function mark(
  deps: MarkShippedDeps,
  sourceOrderId: string,
  { number, isGone }: Owed,
  given: string | undefined,
): Promise<boolean> {
  const source = await deps.source();
  const [shipment] = await source.readShipments([sourceOrderId]);
  if (!shipment) return false;
  const { isCancelled, isShipped } = readState(shipment, await deps.stateRules());
  if (isCancelled) return false;
  if (isGone && !isShipped && !(await source.markShipped(sourceOrderId))) return false;
  const shown = shownNumber(shipment.parcels);
  const numbers = numbersIn(number);
  const isPart = storeNumbers(shipment.parcels).every((one) => numbers.includes(one));
  const isOwed = shown !== number && (shown === given || isPart);
  if (isOwed && !shipment.takesNoNumber)
    await source.changeOrder(sourceOrderId, { parcel: { trackingNumber: number } });
  return true;
}
