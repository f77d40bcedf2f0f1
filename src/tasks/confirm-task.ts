import type { TaskRow } from "../contract/tasks";
import { findTaskOf, toTaskRow } from "../db/tasks/read-tasks";
import { tasksOf } from "../db/tasks/tasks";
import { SyncError } from "../domain/errors/sync-error";
import { requireTask } from "./require-task";
import type { Services } from "./services";
import { wakeTask } from "./wake-task";

/**
 * Lets a task run that waited for it, once however many ask. SyncError merchant `task.not_found`,
 * `task.not_unconfirmed`: somebody confirmed or cancelled it before, or it has expired.
 */
export async function confirmTask(
  services: Services,
  connectionId: string,
  taskId: string,
): Promise<TaskRow> {
  const { db, now } = services;
  const task = await requireTask(services, connectionId, taskId);
  if (!(await tasksOf(db, now).confirm(taskId)))
    throw new SyncError("merchant", "task.not_unconfirmed", { taskId });
  await wakeTask(services, { id: taskId, connectionId });
  return toTaskRow((await findTaskOf(db, connectionId, taskId)) ?? task);
}
