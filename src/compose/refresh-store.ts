/** Reads a store's own facts again and keeps them; wiring only. */
import { updateSourceStore } from "../db/connections/connections";
import { clearProblem, raiseProblem } from "../db/connections/problems";
import { MODULE_PROBLEM } from "../domain/errors/problem-key";
import type { Reason } from "../domain/errors/reason";
import type { SourceStore } from "../domain/connections/source-store";
import { SyncError, type ErrorFacts } from "../domain/errors/sync-error";
import type { OpenConnection, Services } from "../tasks/services";

/**
 * Currency, zone, units, names and the module of a store change rarely, but they change. A module
 * that is gone is a problem until it is back: sync goes on without it, but more slowly. Where the store
 * was connected anew, paired or doubted meanwhile, what was read is dropped.
 */
export async function refreshStore(
  { db, now }: Pick<Services, "db" | "now">,
  connection: OpenConnection,
): Promise<void> {
  const before = connection.sourceStore.moduleVersion ?? null;
  const sourceStore = await (await connection.source()).readStore();
  if (!(await updateSourceStore(db, connection, sourceStore, now()))) return;
  if (sourceStore.moduleVersion !== null) return clearProblem(db, connection.id, MODULE_PROBLEM);
  const reason = lostModule(before, sourceStore);
  if (!reason) return;
  const error = new SyncError("merchant", reason.code, reason.facts as ErrorFacts);
  await raiseProblem(db, connection.id, MODULE_PROBLEM, error, now());
}

/** A shop that never had one is not missing it; one with a wrong clock has it and cannot be believed. */
function lostModule(before: string | null, { moduleAbsence }: SourceStore): Reason | null {
  if (!moduleAbsence) return null;
  return before !== null || moduleAbsence.code === "prestashop.module_clock" ? moduleAbsence : null;
}
