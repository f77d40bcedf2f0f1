import { itemsOf } from "../db/tasks/task-items";
import { tasksOf, type StoredTask } from "../db/tasks/tasks";
import * as z from "zod";
import { chunks } from "../lib/chunks";
import { CONFIRMATIONS } from "../domain/tasks/confirmation";
import { countItems, finishIfDone } from "./finish-task";
import type { Item, ItemKind, Work } from "./kind";
import { silentSince } from "./silent-since";

const KEYS_PER_PAGE = 1_000;

/** What the engine stores among the parameters of any kind. */
const Wishes = z.object({
  /** The task whose failed items are tried again. */
  retryOf: z.string().optional(),
  confirmation: z.enum(CONFIRMATIONS).optional(),
});

/**
 * Makes the items once, then sends messages for all that are still open; where a person has to
 * confirm them first, it stops in between.
 */
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
  if (isConfirmationWanted(task) && (await items.hasOpen())) {
    await tasksOf(db, now).awaitConfirmation(taskId, (await countItems(services, task)) ?? {});
    return;
  }
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

const isConfirmationWanted = ({ parameters }: StoredTask) =>
  Wishes.parse(parameters).confirmation === "wanted";

/** The failed items of the task that is retried, else every item of the kind; then their number. */
async function makeItems<P>(kind: ItemKind<P>, work: Work<P>, task: StoredTask): Promise<void> {
  const { db, now } = work.services;
  const items = itemsOf(db, task.id, now);
  const { retryOf } = Wishes.parse(task.parameters);
  if (retryOf) await items.copyFailed(retryOf);
  else
    for (let after = ""; ;) {
      const page = await kind.page(work, after);
      const last = page.at(-1)?.key;
      if (last === undefined) break;
      await items.add(isConfirmationWanted(task) ? await withPreview(kind, work, page) : page);
      if (last === after) break;
      after = last;
    }
  const counts = await items.count();
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  await tasksOf(db, now).setTotal(task.id, total);
}

async function withPreview<P>(kind: ItemKind<P>, work: Work<P>, page: readonly Item[]) {
  const previews = await kind.preview?.(
    work,
    page.map(({ key }) => key),
  );
  return page.map((item) => ({ ...item, preview: previews?.get(item.key) }));
}
