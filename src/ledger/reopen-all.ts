import { sweepEntity } from "./entities";
import type { LedgerStorage } from "./storage";

/** What waited or was given up is tried again, and every number is looked at. Now: epoch ms. */
export function reopenAll({ orders, orderStore, outbox }: LedgerStorage, now: number): void {
  orders.reopen();
  outbox.resetBackoff(now);
  for (const orderId of orderStore.listUnshipped())
    orders.schedule("export-shipment", orderId, now);
  outbox.schedule("review-stock", sweepEntity("review-stock"), now);
}
