import { endCancelled } from "../db/tasks/end-cancelled";
import { tasksOf } from "../db/tasks/tasks";
import { CONFIRM_WITHIN_MS } from "../domain/tasks/confirmation";
import type { Services } from "./services";

const TASKS_PER_SWEEP = 50;

/** Ends tasks that nobody confirmed in time; nothing of them was done. */
export async function expireUnconfirmed({ db, now }: Services): Promise<void> {
  const stale = await tasksOf(db, now).listUnconfirmed(now() - CONFIRM_WITHIN_MS, TASKS_PER_SWEEP);
  const reason = { code: "task.expired", facts: {} };
  for (const taskId of stale)
    await endCancelled(db, taskId, now(), { from: "unconfirmed", reason, problem: reason });
}
