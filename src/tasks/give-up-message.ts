import { itemsOf } from "../db/tasks/task-items";
import { tasksOf } from "../db/tasks/tasks";
import { toReason } from "../domain/errors/reason";
import { SyncError } from "../domain/errors/sync-error";
import { finishIfDone } from "./finish-task";
import type { JobMessage } from "./messages";
import type { Services } from "./services";
import { stopTask } from "./stop-task";

/** Ends the work of a message that is not delivered again, with a result a person can read and retry. */
export async function giveUpMessage(services: Services, message: JobMessage): Promise<void> {
  const { db, now } = services;
  // The sweep of the cron finds what is left to check.
  if (message.kind === "check-products") return;
  const { taskId } = message;
  const error = new SyncError("defect", "task.gave_up");
  if (message.kind === "run-task") return stopTask(services, taskId, error);
  if (!(await tasksOf(db, now).find(taskId))) return;
  const items = itemsOf(db, taskId, now);
  const reasons = [toReason(error)];
  const open = await items.unfinishedOf(message.itemKeys);
  await items.finish(open.map((key) => ({ key, state: "failed", reasons })));
  await finishIfDone(services, taskId);
}
