/** What stands still in this ledger, for the health check. It reads and changes nothing. */
import { toWaiting, type LedgerFlow, type WaitingOrder } from "../domain/health/flow";
import type { Budgets } from "./budgets";
import { subjectOf } from "./entities";
import type { LedgerStorage } from "./storage";

/** More orders than this are not counted: the health check reads them all. */
const MOST_ORDERS = 500;
/** Tries of an order that nobody could read yet before it counts as waiting. */
const QUIET_TRIES = 3;

/** Older corrections are history. */
const CORRECTED_WITHIN_MS = 24 * 60 * 60_000;

export function readFlow(storage: LedgerStorage, budgets: Budgets, now: number): LedgerFlow {
  return {
    corrected: storage.corrections.countSince(now - CORRECTED_WITHIN_MS),
    waiting: [...waitingOrders(storage, now), ...unreadOrders(storage)].slice(0, MOST_ORDERS),
    silentUntil: { source: budgets.silentUntil("source"), channel: budgets.silentUntil("channel") },
  };
}

function waitingOrders({ orderStore }: LedgerStorage, now: number): WaitingOrder[] {
  return orderStore.listUnfinished(MOST_ORDERS).flatMap((record) => toWaiting(record, now) ?? []);
}

/** The channel sent word of them and does not show them, or not in a form that is known. */
function unreadOrders({ orderStore, outbox }: LedgerStorage): WaitingOrder[] {
  return outbox
    .listFailing("refresh-order", QUIET_TRIES)
    .map(({ entity, reason }) => ({ orderId: subjectOf({ entity }), code: reason, since: 0 }))
    .filter(({ orderId }) => orderStore.read(orderId) === undefined);
}
