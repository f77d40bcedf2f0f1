/** Reads a store's own facts again and keeps them; wiring only. */
import { changeConnection, type ConnectionRow } from "../db/connections";
import { clearProblem, raiseProblem } from "../db/problems";
import { SyncError } from "../domain/sync-error";
import type { OpenConnection, Services } from "../services";

/**
 * Currency, zone, units, names and the module of a store change rarely, but they change. A module
 * that is gone is a problem until it is back: sync goes on without it, but more slowly.
 */
export async function refreshShop(services: Services, connection: OpenConnection): Promise<void> {
  const { db, now } = services;
  const before = connection.sourceShop.moduleVersion ?? null;
  const sourceShop = await (await connection.source()).readShop();
  await changeConnection(db, connection.id, { sourceShop }, now());
  if (sourceShop.moduleVersion !== null) await clearProblem(db, connection.id, "module");
  else if (before !== null) {
    const error = new SyncError("merchant", "prestashop.module_missing");
    await raiseProblem(db, connection.id, "module", error, now());
  }
}

/** The store has just changed in a way that only asking it tells: the next scan reads its facts. */
export async function doubtShop({ db, now }: Services, row: ConnectionRow): Promise<void> {
  if (!row.sourceShop) return;
  const sourceShop = { ...row.sourceShop, readAt: 0 };
  await changeConnection(db, row.id, { sourceShop }, now());
}
