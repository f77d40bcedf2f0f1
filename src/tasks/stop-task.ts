import { problemsOf } from "../db/connections/problems";
import { itemsOf } from "../db/tasks/task-items";
import { tasksOf } from "../db/tasks/tasks";
import { sideOf } from "../domain/errors/classify-code";
import { sideProblem } from "../domain/errors/problem-key";
import { toReason } from "../domain/errors/reason";
import type { SyncError } from "../domain/errors/sync-error";
import { countItems } from "./finish-task";
import { findKind } from "./kinds";
import type { Services } from "./services";

/** Nothing can be done before a person acts: the rest fails for the same reason, ready for a retry. */
export async function stopTask(
  services: Services,
  taskId: string,
  error: SyncError,
): Promise<void> {
  const { db, now } = services;
  const tasks = tasksOf(db, now);
  const task = await tasks.find(taskId);
  if (!task) return;
  const problem = toReason(error);
  await itemsOf(db, taskId, now).endWaiting("failed", problem);
  const counts = await countItems(services, task);
  const state = (counts?.done ?? 0) > 0 ? ("completed" as const) : ("error" as const);
  await tasks.finish(taskId, { state, problem, ...(counts ? { counts } : {}) });
  services.log.warn("task.stopped", { taskId, kind: task.kind, code: error.code });
  if (error.remedy !== "reconnect") return;
  const kind = findKind(task.kind);
  const side = kind?.runs === "pages" ? kind.side : (sideOf(error.code) ?? "channel");
  await problemsOf(db, task.connectionId, now).raise(sideProblem(side), error);
}
