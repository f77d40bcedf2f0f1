import { itemsOf } from "../db/tasks/task-items";
import { tasksOf, type StoredTask } from "../db/tasks/tasks";
import type { Services } from "./services";
import { findKind } from "./kinds";

/** Completes a task of items when every item has a result. */
export async function finishIfDone({ db, now }: Services, taskId: string): Promise<void> {
  const tasks = tasksOf(db, now);
  const task = await tasks.find(taskId);
  if (!task || task.total === null || (await itemsOf(db, taskId, now).hasOpen())) return;
  const counts = (await countItems({ db, now }, task)) ?? {};
  await tasks.finish(taskId, { state: "completed", counts });
}

/** Exact counts as the interface names them; undefined for a task without items. */
export async function countItems(
  { db, now }: Pick<Services, "db" | "now">,
  { id, kind }: Pick<StoredTask, "id" | "kind">,
): Promise<{ done: number; failed: number; skipped: number } | undefined> {
  if (findKind(kind)?.runs !== "items") return undefined;
  const { done = 0, failed = 0, skipped = 0 } = await itemsOf(db, id, now).count();
  return { done, failed, skipped };
}
