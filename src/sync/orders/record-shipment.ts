/** The store's order as it is now, written into the order's record. It calls nobody. */
import { withProblem, type OrderRecord } from "../../domain/orders/order-record";
import { packParcels } from "../../domain/orders/parcel";
import {
  compareStoreOrder,
  readState,
  type StateRule,
  type StoreChanges,
} from "../../domain/orders/store-changes";
import { storeReason } from "../../domain/orders/store-reason";
import type { SourceShipment } from "../../platforms/source";
import type { OrderRepository } from "./order-repository";

export interface RecordShipmentDeps {
  orders: OrderRepository;
  now(): number;
}

/** Answers the record, undefined when there is none. */
export function recordShipment(
  { orders, now }: RecordShipmentDeps,
  orderId: string,
  shipment: SourceShipment,
  rules: readonly StateRule[],
): OrderRecord | undefined {
  return change(orders, orderId, (record) => {
    const { order, draft, importState, fulfilment } = record;
    const { isShipped, isCancelled } = readState(shipment, rules);
    const links = () => orders.links(record);
    const known = { order, draft, importState, before: fulfilment.changes ?? {} };
    const changes = compareStoreOrder(known, shipment, rules, links, now());
    return withChanges(
      {
        ...record,
        fulfilment: {
          ...fulfilment,
          isShipped,
          isCancelled,
          parcels: packParcels(order, shipment.parcels, links, fulfilment.parcels),
          shippedSeenAt: isShipped ? (fulfilment.shippedSeenAt ?? now()) : null,
        },
      },
      changes,
    );
  });
}

/**
 * The store does not know its order any more. It may only have answered oddly, so nothing follows but
 * that it is shown until the order is seen again.
 */
export function recordMissing({ orders }: RecordShipmentDeps, orderId: string): undefined {
  change(orders, orderId, (record) => withChanges(record, { isMissing: true }));
}

function withChanges(record: OrderRecord, changes: StoreChanges): OrderRecord {
  const { changes: _before, ...fulfilment } = record.fulfilment;
  const isChanged = Object.keys(changes).length > 0;
  const next = { ...record, fulfilment: isChanged ? { ...fulfilment, changes } : fulfilment };
  return withProblem(next, "store", storeReason(next));
}

function change(
  orders: OrderRepository,
  orderId: string,
  toNext: (record: OrderRecord) => OrderRecord,
): OrderRecord | undefined {
  return orders.atomically(() => {
    const record = orders.read(orderId);
    if (!record) return undefined;
    const next = toNext(record);
    return JSON.stringify(next) === JSON.stringify(record) ? record : orders.write(next, []);
  });
}
