/** Orders as use cases read and change them; the ledger implements it. */
import type { VariantLink } from "../../domain/orders/order-draft";
import type { OrderRecord, HistoryEntry } from "../../domain/orders/order-record";

export type OrderStepKind =
  | "refresh-order"
  | "import-order"
  | "export-shipment"
  | "cancel-source"
  | "cancel-channel"
  | "answer-request"
  | "change-address"
  | "read-returns";

/** All methods are synchronous, so nothing happens between a read and the write that follows. */
export interface OrderRepository {
  read(orderId: string): OrderRecord | undefined;
  /**
   * Stores the next version together with what follows: reservations, stock to send, projection.
   */
  write(record: OrderRecord, entries: readonly HistoryEntry[]): OrderRecord;
  rememberProgress(orderId: string, progress: Readonly<Record<string, string>>): void;
  links(channelSkuIds: readonly string[]): ReadonlyMap<string, VariantLink>;
  schedule(kind: OrderStepKind, orderId: string, dueAt: number): void;
  atomically<T>(change: () => T): T;
}
