/** How many of a task's products are still under review by the channel. It does not know what the task did. */
import { sql } from "drizzle-orm";
import type { Database } from "../database";
import type { StoredTask } from "./tasks";

/** Results of several tasks that are looked through at a time; those beyond keep the number they had. */
const MOST_RESULTS = 5_000;

/** Products that the task is done with and whose listing waits for the channel, by task id. */
export async function countReviews(
  db: Database,
  connectionId: string,
  taskIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db.all<{ id: string; count: number }>(sql`
    SELECT item.task_id AS id, count(*) AS count
    FROM json_each(${JSON.stringify(taskIds)}) AS wanted
    CROSS JOIN task_item AS item ON item.task_id = wanted.value AND item.state = 'done'
    CROSS JOIN listing ON listing.connection_id = ${connectionId}
      AND listing.product_id = item.item_key AND listing.status = 'in_review'
    GROUP BY item.task_id`);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/**
 * Tasks with the number that are in review now, where some were at the last count. The number is kept, so that a
 * task whose reviews are over costs nothing.
 */
export async function renewReviews(
  db: Database,
  connectionId: string,
  tasks: readonly StoredTask[],
): Promise<StoredTask[]> {
  const open = openReviews(tasks);
  if (open.length === 0) return [...tasks];
  const ids = open.map(({ id }) => id);
  const found = await countReviews(db, connectionId, ids);
  const moved = open.filter(({ id, counts }) => counts.inReview !== (found.get(id) ?? 0));
  if (moved.length > 0) {
    const list = JSON.stringify(moved.map(({ id }) => ({ id, count: found.get(id) ?? 0 })));
    await db.run(sql`
      UPDATE task SET counts = json_set(counts, '$.inReview', wanted.value->>'count')
      FROM json_each(${list}) AS wanted WHERE task.id = wanted.value->>'id'`);
  }
  return tasks.map((task) =>
    ids.includes(task.id)
      ? { ...task, counts: { ...task.counts, inReview: found.get(task.id) ?? 0 } }
      : task,
  );
}

/** A task that is looked at alone is counted whatever its size; among others a large one keeps none from it. */
function openReviews(tasks: readonly StoredTask[]): StoredTask[] {
  let left = tasks.length === 1 ? Infinity : MOST_RESULTS;
  return tasks.filter(({ counts, finishedAt }) => {
    const done = counts.done ?? 0;
    if (!counts.inReview || finishedAt === null || done > left) return false;
    left -= done;
    return true;
  });
}
