import { itemsOf } from "../db/tasks/task-items";
import { countReviews } from "../db/tasks/reviews";
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
  { id, kind: name, connectionId }: Pick<StoredTask, "id" | "kind" | "connectionId">,
): Promise<{ done: number; failed: number; skipped: number; inReview?: number } | undefined> {
  const kind = findKind(name);
  if (kind?.runs !== "items") return undefined;
  const { done = 0, failed = 0, skipped = 0 } = await itemsOf(db, id, now).count();
  const isReviewed = kind.isReviewed && done > 0;
  const reviews = isReviewed ? (await countReviews(db, connectionId, [id])).get(id) : undefined;
  return { done, failed, skipped, ...(reviews ? { inReview: reviews } : {}) };
}
