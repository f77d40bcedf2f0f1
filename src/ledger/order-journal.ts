/**
 * The order book use cases work with: records, and what must happen together with each change. It
 * decides nothing about an order.
 */
import { asTried, type OrderRecord, type HistoryEntry } from "../domain/orders/order-record";
import type { OrderRepository, OrderStepKind } from "../sync/orders/order-journal";
import { planNext } from "../sync/orders/plan-next";
import type { OrderStore } from "./order-store";
import type { Outbox } from "./outbox";
import type { StockPublisher } from "./stock-publisher";
import type { StockStore } from "./stock-store";
import type { LedgerStoragePort } from "./storage-port";

export interface LedgerOrderRepository extends OrderRepository {
  /** Looks at every held order again. */
  releaseHeld(): void;
  /** A setting or a login was repaired: held and parked orders alike are tried again. */
  reopen(): void;
  /** A person asked: forgets parking and back-off. */
  retry(orderId: string): void;
}

export function openOrderRepository(
  storage: LedgerStoragePort,
  parts: { orders: OrderStore; stock: StockStore; desk: StockPublisher; outbox: Outbox },
  now: () => number,
): LedgerOrderRepository {
  const { orders, stock, desk, outbox } = parts;
  const atomically = <T>(change: () => T): T => storage.transactionSync(change);
  const write = (record: OrderRecord, entries: readonly HistoryEntry[]): OrderRecord => {
    const next = orders.write(record, entries);
    if (orders.reserve(next)) {
      const cause = next.importState.status === "imported" ? "order.imported" : "order.promised";
      const skus = next.order.lines.map((line) => line.channelSkuId);
      desk.reviewOrder(next.order.id, skus, cause);
    }
    outbox.schedule("project-order", `projection:${next.order.id}`, now());
    return next;
  };
  const book: LedgerOrderRepository = {
    read: orders.read,
    write,
    rememberProgress: (orderId, progress) => orders.rememberProgress(orderId, progress),
    links: (channelSkuIds) => stock.links(channelSkuIds),
    schedule: (kind: OrderStepKind, orderId, dueAt) =>
      outbox.schedule(kind, `order:${orderId}`, dueAt),
    atomically,
    releaseHeld() {
      for (const record of orders.listHeld()) planNext(book, record, [], now());
    },
    reopen() {
      book.releaseHeld();
      for (const { order } of orders.listParked()) book.retry(order.id);
    },
    retry(orderId) {
      const record = orders.read(orderId);
      if (!record) return;
      const at = now();
      const entry = { key: `retried:${record.version}`, kind: "retried" as const, facts: {}, at };
      planNext(book, asTried(record, at), [entry], at);
      outbox.schedule("refresh-order", `order:${orderId}`, at);
      outbox.hurry(at, `order:${orderId}`);
    },
  };
  return book;
}
