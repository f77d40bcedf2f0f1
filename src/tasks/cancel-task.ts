import type { TaskRow } from "../contract/tasks";
import { findTaskOf, toTaskRow } from "../db/tasks/read-tasks";
import { itemsOf } from "../db/tasks/task-items";
import { tasksOf } from "../db/tasks/tasks";
import { requireTask } from "./require-task";
import type { Services } from "./services";

/** Ends a task that is still open; what was done stays. SyncError merchant `task.not_found`. */
export async function cancelTask(
  services: Services,
  connectionId: string,
  taskId: string,
): Promise<TaskRow> {
  const { db, now } = services;
  const task = await requireTask(services, connectionId, taskId);
  if (await tasksOf(db, now).finish(taskId, { state: "cancelled" }))
    await itemsOf(db, taskId, now).endWaiting("skipped", { code: "task.cancelled", facts: {} });
  return toTaskRow((await findTaskOf(db, connectionId, taskId)) ?? task);
}
