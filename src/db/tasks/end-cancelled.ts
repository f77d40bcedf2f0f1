import { sql } from "drizzle-orm";
import type { Reason } from "../../domain/errors/reason";
import type { Database } from "../database";
import { inOneTransaction } from "../in-one-transaction";

interface Ending {
  /** Which task is ended: one that has not ended, or only one that waits for a confirmation. */
  from: "open" | "unconfirmed";
  /** Of every item that no worker has begun. */
  reason: Reason;
  /** Of the task itself; absent: a person cancelled it. */
  problem?: Reason;
}

/** Cancels a task with its waiting items, all or none; a task in another state is left alone. */
export async function endCancelled(
  db: Database,
  taskId: string,
  now: number,
  { from, reason, problem }: Ending,
): Promise<void> {
  const states =
    from === "open" ? sql`('waiting', 'running', 'unconfirmed')` : sql`('unconfirmed')`;
  await inOneTransaction(db, [
    sql`
      UPDATE task SET state = 'cancelled', problem = ${JSON.stringify(problem ?? null)},
        finished_at = ${now}, updated_at = ${now}
      WHERE id = ${taskId} AND state IN ${states}`,
    sql`
      UPDATE task_item SET state = 'skipped', reasons = ${JSON.stringify([reason])},
        updated_at = ${now}
      WHERE task_id = ${taskId} AND state = 'waiting'
        AND (SELECT state FROM task WHERE id = ${taskId}) = 'cancelled'`,
  ]);
}
