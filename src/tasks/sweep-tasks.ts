import { tasksOf } from "../db/tasks/tasks";
import { expireUnconfirmed } from "./expire-unconfirmed";
import { MESSAGE_KINDS } from "./kinds";
import type { Services } from "./services";
import { silentSince } from "./silent-since";
import { wakeTask } from "./wake-task";

const TASKS_PER_SWEEP = 50;

/**
 * Wakes tasks whose message was lost; a local queue forgets its messages at a restart. Tasks that
 * wait for a confirmation are left alone until they expire.
 */
export async function sweepTasks(services: Services): Promise<void> {
  const { db, now } = services;
  const tasks = tasksOf(db, now);
  const stale = await tasks.listStale(MESSAGE_KINDS, silentSince(now()), TASKS_PER_SWEEP);
  for (const task of stale) {
    await tasks.touch(task.id);
    await wakeTask(services, task);
  }
  await expireUnconfirmed(services);
}
