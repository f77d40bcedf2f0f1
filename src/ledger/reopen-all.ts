import { sweepEntity } from "./entities";
import type { LedgerStorage } from "./storage";

/** What waited or was given up is tried again, and every number is looked at. Now: epoch ms. */
export function reopenAll({ orders, outbox }: LedgerStorage, now: number): void {
  orders.reopen();
  outbox.resetBackoff(now);
  outbox.schedule("review-stock", sweepEntity("review-stock"), now);
}
