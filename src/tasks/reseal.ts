/**
 * Secrets that were sealed by an older key are sealed by the newest, so that the older one can be taken
 * away. A row that changed meanwhile is left for the next round.
 */
import { listOlderSeals, replaceSeal, type OlderSeal } from "../db/accounts/seals";
import { asSyncError } from "../domain/errors/sync-error";
import { createSealer } from "../lib/seal";
import type { Services } from "./services";

const ROWS_A_ROUND = 200;

export async function resealOlder({ db, settings, log }: Services): Promise<void> {
  const sealer = createSealer(settings.sealingKeys);
  const older = await listOlderSeals(db, sealer.newest, ROWS_A_ROUND);
  for (const row of older) await reseal(row).catch((caught: unknown) => unreadable(row, caught));
  if (older.length > 0) log.info("seals.renewed", { count: older.length });

  async function reseal(row: OlderSeal): Promise<void> {
    const plain = await sealer.open(row.sealed, row.owner);
    await replaceSeal(db, row, await sealer.seal(plain, row.owner));
  }

  /** Its key is gone: the merchant is asked where it is used. */
  function unreadable({ owner }: OlderSeal, caught: unknown): void {
    const { code } = asSyncError(caught);
    log.error("seals.unreadable", { connectionId: owner.connectionId, field: owner.field, code });
  }
}
