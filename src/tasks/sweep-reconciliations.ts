/** Once a night by the store's clocks each active connection is compared with both shops. */
import { listDue, moveOn, planNew } from "../db/reports/reconciliation-plan";
import { asSyncError } from "../domain/errors/sync-error";
import { nextQuietMoment } from "../domain/reports/quiet-hour";
import { shortHash } from "../lib/short-hash";
import type { Services } from "./services";
import { startReconcile } from "./start-reconcile";

const EVERY_MS = 5 * 60_000;
const STARTS_A_ROUND = 50;
const HASHES = 2 ** 32;
/** Who started it, as the list of tasks says. */
const BY_ITSELF = "Weft";

/** `scheduledAt`: of the minute's round, epoch ms. */
export async function sweepReconciliations(services: Services, scheduledAt: number): Promise<void> {
  if (scheduledAt % EVERY_MS >= 60_000) return;
  const { db, now, log } = services;
  await planNew(db);
  for (const due of await listDue(db, now(), STARTS_A_ROUND)) {
    const { connectionId, dueAt, timeZone } = due;
    const share = Number.parseInt(shortHash(connectionId), 16) / HASHES;
    const isMine = await moveOn(db, due, nextQuietMoment(now(), timeZone, share));
    if (!isMine || dueAt === 0) continue;
    await startReconcile(services, connectionId, BY_ITSELF).catch((caught: unknown) =>
      log.warn("reconciliation.not_started", { connectionId, code: asSyncError(caught).code }),
    );
  }
}
