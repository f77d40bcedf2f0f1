import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Database } from "../database";
import { task, taskItem } from "../schema/tasks";

const PAGE = 500;

type Row = typeof taskItem.$inferSelect;

/**
 * Every item of a connection's tasks, task by task, the oldest first. A long task is walked along its
 * own key and the short ones behind it together, so that neither costs a query for each.
 */
export async function* taskItemRows(db: Database, connectionId: string): AsyncGenerator<Row> {
  let at = { createdAt: -1, id: "" };
  for (;;) {
    const page = await itemsBehind(db, connectionId, at);
    const last = page.at(-1);
    if (!last) return;
    yield* page.map(({ item }) => item);
    if (page.length < PAGE) return;
    at = last.task;
    yield* restOf(db, last.item);
  }
}

/** Items of the tasks behind one. */
function itemsBehind(db: Database, connectionId: string, at: { createdAt: number; id: string }) {
  return (
    db
      .select({ task: { createdAt: task.createdAt, id: task.id }, item: taskItem })
      .from(task)
      // The order of the tables is that of the walk: tasks by their index, items by their key.
      .crossJoin(taskItem)
      .where(
        and(
          eq(task.connectionId, connectionId),
          sql`(${task.createdAt}, ${task.id}) > (${at.createdAt}, ${at.id})`,
          eq(taskItem.taskId, task.id),
        ),
      )
      .orderBy(asc(task.createdAt), asc(task.id), asc(taskItem.itemKey))
      .limit(PAGE)
  );
}

/** The items of one task behind the given one. */
async function* restOf(db: Database, from: Row): AsyncGenerator<Row> {
  let after = from.itemKey;
  for (;;) {
    const rows = await db
      .select()
      .from(taskItem)
      .where(and(eq(taskItem.taskId, from.taskId), gt(taskItem.itemKey, after)))
      .orderBy(asc(taskItem.itemKey))
      .limit(PAGE);
    yield* rows;
    const last = rows.at(-1);
    if (rows.length < PAGE || !last) return;
    after = last.itemKey;
  }
}
