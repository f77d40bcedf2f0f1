/** Orders as use cases read and change them; the ledger implements it. */
import type { OrderLink } from "../../domain/orders/order-draft";
import type { OrderRecord, HistoryEntry } from "../../domain/orders/order-record";

export type OrderStepKind =
  | "refresh-order"
  | "import-order"
  | "export-shipment"
  | "cancel-source"
  | "cancel-channel"
  | "answer-request"
  | "change-address"
  | "mark-delivered"
  | "mark-shipped"
  | "read-returns";

/** All methods are synchronous, so nothing happens between a read and the write that follows. */
export interface OrderRepository {
  read(orderId: string): OrderRecord | undefined;
  /**
   * Stores the next version together with what follows: reservations, stock to send, projection.
   */
  write(record: OrderRecord, entries: readonly HistoryEntry[]): OrderRecord;
  rememberProgress(orderId: string, progress: Readonly<Record<string, string>>): void;
  /**
   * What the order's SKUs are in the store: what its order there was made of, what a person chose,
   * else what they are now.
   */
  links(
    record: Pick<OrderRecord, "order" | "importState" | "links">,
  ): ReadonlyMap<string, OrderLink>;
  schedule(kind: OrderStepKind, orderId: string, dueAt: number): void;
  atomically<T>(change: () => T): T;
}
