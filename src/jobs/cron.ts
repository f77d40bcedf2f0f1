import { sweepTasks } from "../tasks/catalogue";
import { listActiveIds } from "../db/connections/active-connections";
import { asSyncError } from "../domain/errors/sync-error";
import type { Services } from "../tasks/services";

/** Pokes at a time: a Worker holds six outgoing connections. */
const AT_ONCE = 6;
const PAGE = 300;

/**
 * The net under the alarms, every minute: taps every active connection's ledger and picks up tasks
 * whose message was lost. Alarms carry the work; without this a lost one would stay lost.
 */
export async function runCron(services: Services, scheduledAt: number): Promise<void> {
  let after = "";
  let poked = 0;
  for (;;) {
    const ids = await listActiveIds(services.db, after, PAGE);
    for (let start = 0; start < ids.length; start += AT_ONCE)
      await Promise.all(ids.slice(start, start + AT_ONCE).map((id) => poke(services, id)));
    poked += ids.length;
    const last = ids.at(-1);
    if (last === undefined || ids.length < PAGE) break;
    after = last;
  }
  await sweepTasks(services);
  services.log.info("cron.ran", { scheduledAt, poked });
}

/** One broken ledger must not keep the others asleep. */
async function poke(services: Services, connectionId: string): Promise<void> {
  try {
    await services.ledger(connectionId).poke();
  } catch (caught) {
    services.log.error("cron.poke_failed", { connectionId, code: asSyncError(caught).code });
  }
}
