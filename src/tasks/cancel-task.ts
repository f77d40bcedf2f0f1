import type { TaskRow } from "../contract/tasks";
import { endCancelled } from "../db/tasks/end-cancelled";
import { findTaskOf, toTaskRow } from "../db/tasks/read-tasks";
import { requireTask } from "./require-task";
import type { Services } from "./services";

/** Ends a task that has not ended; what was done stays. SyncError merchant `task.not_found`. */
export async function cancelTask(
  services: Services,
  connectionId: string,
  taskId: string,
): Promise<TaskRow> {
  const { db, now } = services;
  const task = await requireTask(services, connectionId, taskId);
  const reason = { code: "task.cancelled", facts: {} };
  await endCancelled(db, taskId, now(), { from: "open", reason });
  return toTaskRow((await findTaskOf(db, connectionId, taskId)) ?? task);
}
