import { wantsImport } from "../domain/orders/plan-order";
import type { SyncedOrder } from "../sync/ledger-api";
import { orderEntity } from "./entities";
import type { LedgerStorage } from "./storage";

/** Asks for an order that a person misses: what is known is tried again, and the channel is read first. */
export function missOrder({ orders, outbox }: LedgerStorage, orderId: string, now: number): void {
  if (orders.read(orderId)) orders.retry(orderId);
  outbox.runNow("refresh-order", orderEntity(orderId), now);
}

/** How an order stands that was just tried. */
export function syncedOrder({ orders, outbox }: LedgerStorage, orderId: string): SyncedOrder {
  const record = orders.read(orderId);
  if (!record) {
    const code = outbox.find("refresh-order", orderEntity(orderId))?.reason;
    return code ? { state: "stopped", reason: { code, facts: {} } } : { state: "waiting" };
  }
  const { order, importState, problems } = record;
  if (importState.status === "imported") return { state: "imported" };
  if (!wantsImport(order, importState)) return { state: "left" };
  const code = outbox.find("import-order", orderEntity(orderId))?.reason;
  const reason = problems.import ?? (code ? { code, facts: {} } : undefined);
  return reason ? { state: "stopped", reason } : { state: "waiting" };
}
