/** Reads a store's own facts again and keeps them; wiring only. */
import { updateSourceShop } from "../db/connections/connections";
import { clearProblem, raiseProblem } from "../db/connections/problems";
import type { Reason } from "../domain/errors/reason";
import type { SourceShop } from "../domain/connections/source-store";
import { SyncError, type ErrorFacts } from "../domain/errors/sync-error";
import type { OpenConnection, Services } from "../services";

/**
 * Currency, zone, units, names and the module of a store change rarely, but they change. A module
 * that is gone is a problem until it is back: sync goes on without it, but more slowly. Where the store
 * was connected anew, paired or doubted meanwhile, what was read is dropped.
 */
export async function refreshShop(services: Services, connection: OpenConnection): Promise<void> {
  const { db, now } = services;
  const before = connection.sourceShop.moduleVersion ?? null;
  const sourceShop = await (await connection.source()).readShop();
  if (!(await updateSourceShop(db, connection, sourceShop, now()))) return;
  if (sourceShop.moduleVersion !== null) return clearProblem(db, connection.id, "module");
  const reason = lostModule(before, sourceShop);
  if (!reason) return;
  const error = new SyncError("merchant", reason.code, reason.facts as ErrorFacts);
  await raiseProblem(db, connection.id, "module", error, now());
}

/** A shop that never had one is not missing it; one with a wrong clock has it and cannot be believed. */
function lostModule(before: string | null, { moduleAbsence }: SourceShop): Reason | null {
  if (!moduleAbsence) return null;
  return before !== null || moduleAbsence.code === "prestashop.module_clock" ? moduleAbsence : null;
}
