import { itemsOf } from "../db/tasks/task-items";
import { tasksOf, type StoredTask } from "../db/tasks/tasks";
import * as z from "zod";
import { chunks } from "../lib/chunks";
import { finishIfDone } from "./finish-task";
import type { ItemKind, Work } from "./kind";
import { silentSince } from "./silent-since";

const KEYS_PER_PAGE = 1_000;

const Retry = z.object({ retryOf: z.string().optional() });

/** Makes the items once, then sends messages for all that are still open. */
export async function sendItems<P>(
  kind: ItemKind<P>,
  work: Work<P>,
  task: StoredTask,
): Promise<void> {
  const { services } = work;
  const { db, now } = services;
  const { id: taskId, connectionId } = task;
  if (task.total === null) await makeItems(kind, work, task);
  const items = itemsOf(db, taskId, now);
  for (let after: string | null = null; ;) {
    const keys: string[] = await items.openKeys(after, silentSince(now()), KEYS_PER_PAGE);
    const messages = chunks(keys, kind.perMessage).map((itemKeys) => ({
      kind: "run-items" as const,
      connectionId,
      taskId,
      itemKeys,
    }));
    if (messages.length > 0) await services.enqueue(messages);
    const last = keys.at(-1);
    if (keys.length < KEYS_PER_PAGE || last === undefined) break;
    after = last;
  }
  await finishIfDone(services, taskId);
}

/** The failed items of the task that is retried, else every item of the kind; then their number. */
async function makeItems<P>(kind: ItemKind<P>, work: Work<P>, task: StoredTask): Promise<void> {
  const { db, now } = work.services;
  const items = itemsOf(db, task.id, now);
  const { retryOf } = Retry.parse(task.parameters);
  if (retryOf) await items.copyFailed(retryOf);
  else
    for (let after = ""; ;) {
      const page = await kind.page(work, after);
      const last = page.at(-1)?.key;
      if (last === undefined) break;
      await items.add(page);
      if (last === after) break;
      after = last;
    }
  const counts = await items.count();
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  await tasksOf(db, now).setTotal(task.id, total);
}
