/** Which recurring steps a ledger has: all of them while its connection is active, none while it rests. */
import { sweepEntity } from "./entities";
import { placeCategoriesNow } from "./place-categories";
import { reopenAll } from "./reopen-all";
import { RECURRING } from "./step-kinds";
import type { LedgerStorage } from "./storage";

/** The connection became active, or was repaired; `now`: epoch ms. */
export function activate(storage: LedgerStorage, now: number): void {
  storage.notes.write("isActive", true);
  reopenAll(storage, now);
  scheduleSweeps(storage, now);
}

/** The connection was paused or cut off. */
export function rest({ notes, outbox }: LedgerStorage): void {
  notes.write("isActive", false);
  outbox.drop(RECURRING);
}

/** A walk over all products begins now; one under way begins anew. */
export function walkNow({ notes, outbox }: Pick<LedgerStorage, "notes" | "outbox">, now: number) {
  notes.write("productWalk", { begunAt: now, isUrgent: true });
  outbox.runNow("walk-products", sweepEntity("walk-products"), now);
}

/** Orders and refunds are read now; `taskId`: the task that ends with that. */
export function pollNow({ notes, outbox }: LedgerStorage, now: number, taskId?: string): void {
  if (taskId) notes.write("pollTasks", [...(notes.read("pollTasks") ?? []), taskId]);
  for (const kind of ["poll-orders", "scan-refunds"] as const)
    outbox.runNow(kind, sweepEntity(kind), now);
}

/** A sweep that is scheduled already keeps its time. */
export function scheduleSweeps(
  { orderStore, foldedOrders, categoryStock, outbox }: LedgerStorage,
  now: number,
): void {
  if (!outbox.has("reproject-orders") && orderStore.hasOlderShapes())
    outbox.schedule("reproject-orders", sweepEntity("reproject-orders"), now);
  if (!outbox.has("fold-orders") && foldedOrders.hasEnded(now))
    outbox.schedule("fold-orders", sweepEntity("fold-orders"), now);
  if (!outbox.has("place-categories")) placeCategoriesNow({ outbox, categoryStock }, now);
  for (const kind of RECURRING)
    if (!outbox.has(kind)) outbox.schedule(kind, sweepEntity(kind), now);
}
