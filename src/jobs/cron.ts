import { listActiveIds } from "../db/connections/active-connections";
import { asSyncError } from "../domain/errors/sync-error";
import { chunks } from "../lib/chunks";
import { sweepDeletions } from "../tasks/delete-connection";
import { forgetWhatIsOver } from "../tasks/forget";
import { sweepOrderMails } from "../tasks/mail-orders";
import type { Services } from "../tasks/services";
import { sweepChecks } from "../tasks/run-checks";
import { sweepReconciliations } from "../tasks/sweep-reconciliations";
import { sweepReviews } from "../tasks/sweep-reviews";
import { sweepSearch } from "../tasks/sweep-search";
import { sweepTasks } from "../tasks/sweep-tasks";
import { warnAuthorizations } from "../tasks/warn-authorizations";

/** Ledgers called at a time: a Worker holds six outgoing connections. */
const CONCURRENCY = 6;
const PAGE = 300;

/**
 * Every minute: pokes every active connection's ledger, wakes tasks whose message was lost, reads
 * listings whose event was, and wakes the checks of products. Alarms and messages carry the work; a lost one would stay lost without this.
 */
export async function runCron(services: Services, scheduledAt: number): Promise<void> {
  let after = "";
  let poked = 0;
  for (;;) {
    const ids = await listActiveIds(services.db, after, PAGE);
    for (const part of chunks(ids, CONCURRENCY))
      await Promise.all(part.map((id) => poke(services, id)));
    poked += ids.length;
    const last = ids.at(-1);
    if (last === undefined || ids.length < PAGE) break;
    after = last;
  }
  for (const [sweep, run] of Object.entries(SWEEPS))
    await sweepOne(services, sweep, (all) => run(all, scheduledAt));
  services.log.info("cron.ran", { scheduledAt, poked });
}

type Sweep = (services: Services, scheduledAt: number) => Promise<unknown>;

const SWEEPS: Readonly<Record<string, Sweep>> = {
  tasks: sweepTasks,
  reviews: sweepReviews,
  checks: sweepChecks,
  forget: forgetWhatIsOver,
  deletions: sweepDeletions,
  search: sweepSearch,
  reconciliations: sweepReconciliations,
  authorizations: warnAuthorizations,
  orderMails: sweepOrderMails,
};

/** A sweep that fails stops no other; the next round runs it again. */
async function sweepOne(
  services: Services,
  sweep: string,
  run: (services: Services) => Promise<unknown>,
): Promise<void> {
  try {
    await run(services);
  } catch (caught) {
    services.log.error("cron.sweep_failed", { sweep, code: asSyncError(caught).code });
  }
}

/** A broken ledger does not stop the round. */
async function poke(services: Services, connectionId: string): Promise<void> {
  try {
    await services.ledger(connectionId).poke();
  } catch (caught) {
    services.log.error("cron.poke_failed", { connectionId, code: asSyncError(caught).code });
  }
}
