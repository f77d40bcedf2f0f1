import { findTaskOf } from "../db/tasks/read-tasks";
import type { StoredTask } from "../db/tasks/tasks";
import { SyncError } from "../domain/errors/sync-error";
import type { Services } from "./services";

/** A task of the connection. SyncError merchant `task.not_found`. */
export async function requireTask(
  { db }: Services,
  connectionId: string,
  taskId: string,
): Promise<StoredTask> {
  const task = await findTaskOf(db, connectionId, taskId);
  if (!task) throw new SyncError("merchant", "task.not_found", { taskId });
  return task;
}
