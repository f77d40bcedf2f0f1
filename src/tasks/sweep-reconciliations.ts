/** Once a night by the store's clocks each active connection is compared with both shops. */
import { listDue, moveOn, planNew } from "../db/reports/reconciliation-plan";
import { asSyncError } from "../domain/errors/sync-error";
import { nextComparison } from "./next-comparison";
import type { Services } from "./services";
import { startReconcile } from "./start-reconcile";

const EVERY_MS = 5 * 60_000;
const STARTS_A_ROUND = 50;
/** A comparison that did not end well is due again then; one that did moves its connection on. */
const AGAIN_MS = 30 * 60_000;
/** Who started it, as the list of tasks says. */
const BY_ITSELF = "Weft";

/** `scheduledAt`: of the minute's round, epoch ms. */
export async function sweepReconciliations(services: Services, scheduledAt: number): Promise<void> {
  if (scheduledAt % EVERY_MS >= 60_000) return;
  const { db, now, log } = services;
  await planNew(db);
  for (const due of await listDue(db, now(), STARTS_A_ROUND)) {
    const { connectionId, dueAt, timeZone } = due;
    const isNew = dueAt === 0;
    const next = isNew ? nextComparison(connectionId, timeZone, now()) : now() + AGAIN_MS;
    const isMine = await moveOn(db, due, next);
    if (!isMine || isNew) continue;
    await startReconcile(services, connectionId, BY_ITSELF).catch((caught: unknown) =>
      log.warn("reconciliation.not_started", { connectionId, code: asSyncError(caught).code }),
    );
  }
}
