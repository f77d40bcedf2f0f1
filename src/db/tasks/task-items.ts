/**
 * Items of a task, one per product or category: made in bulk, claimed by one pair of hands,
 * settled with their reasons. It knows nothing of what an item does.
 */
import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Reason } from "../../contract/common";
import type { TaskDetail } from "../../contract/tasks";
import type { Database } from "../database";
import { inOneTransaction } from "../in-one-transaction";
import { taskItem } from "../schema/tasks";

export interface ItemResult {
  key: string;
  state: "done" | "failed" | "skipped";
  reasons: readonly Reason[];
}

/** Adds waiting items; those that exist are left as they are. */
export async function addItems(
  db: Database,
  taskId: string,
  items: readonly { key: string; label: string }[],
  now: number,
): Promise<void> {
  await db.run(sql`
    INSERT INTO task_item (task_id, item_key, label, state, reasons, updated_at)
    SELECT ${taskId}, value->>'key', value->>'label', 'waiting', '[]', ${now}
    FROM json_each(${JSON.stringify(items)}) WHERE true
    ON CONFLICT (task_id, item_key) DO NOTHING`);
}

/** Adds finished items that only tell something; a repeat changes nothing. */
export async function recordItems(
  db: Database,
  taskId: string,
  items: readonly { key: string; label: string }[],
  reason: Reason,
  now: number,
): Promise<void> {
  await db.run(sql`
    INSERT INTO task_item (task_id, item_key, label, state, reasons, updated_at)
    SELECT ${taskId}, value->>'key', value->>'label', 'done', ${JSON.stringify([reason])}, ${now}
    FROM json_each(${JSON.stringify(items)}) WHERE true
    ON CONFLICT (task_id, item_key) DO NOTHING`);
}

/** The failed items of one task become the waiting items of another; answers how many. */
export async function copyFailedItems(
  db: Database,
  fromTaskId: string,
  toTaskId: string,
  now: number,
): Promise<number> {
  const { meta } = await db.run(sql`
    INSERT INTO task_item (task_id, item_key, label, state, reasons, updated_at)
    SELECT ${toTaskId}, item_key, label, 'waiting', '[]', ${now}
    FROM task_item WHERE task_id = ${fromTaskId} AND state = 'failed'
    ON CONFLICT (task_id, item_key) DO NOTHING`);
  return meta.changes;
}

/**
 * Keys still to be done, in order, after `after` (null: from the first, which may be ""): waiting
 * ones and those whose worker went silent.
 */
export async function openItemKeys(
  db: Database,
  taskId: string,
  after: string | null,
  silentSince: number,
  limit: number,
): Promise<string[]> {
  const rows = await db.all<{ item_key: string }>(sql`
    SELECT item_key FROM task_item
    WHERE task_id = ${taskId} ${after === null ? sql`` : sql`AND item_key > ${after}`}
      AND (state = 'waiting' OR (state = 'running' AND updated_at < ${silentSince}))
    ORDER BY item_key LIMIT ${limit}`);
  return rows.map((row) => row.item_key);
}

/** Takes items into one pair of hands; those done, or in other hands since `silentSince`, are not answered. */
export async function claimItems(
  db: Database,
  taskId: string,
  keys: readonly string[],
  now: number,
  silentSince: number,
): Promise<string[]> {
  const rows = await db.all<{ item_key: string }>(sql`
    UPDATE task_item SET state = 'running', updated_at = ${now}
    WHERE task_id = ${taskId}
      AND item_key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))
      AND (state = 'waiting' OR (state = 'running' AND updated_at < ${silentSince}))
    RETURNING item_key`);
  const claimed = new Set(rows.map((row) => row.item_key));
  return keys.filter((key) => claimed.has(key));
}

/** Puts claimed items back; the reason stays readable while they wait for their next try. */
export async function releaseItems(
  db: Database,
  taskId: string,
  keys: readonly string[],
  reason: Reason | undefined,
  now: number,
): Promise<void> {
  if (keys.length === 0) return;
  await db.run(sql`
    UPDATE task_item SET state = 'waiting', reasons = ${JSON.stringify(reason ? [reason] : [])},
      updated_at = ${now}
    WHERE task_id = ${taskId} AND state = 'running'
      AND item_key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`);
}

/** Stores results and adds them to the task's counts in one transaction; the counts stay exact. */
export async function finishItems(
  db: Database,
  taskId: string,
  results: readonly ItemResult[],
  now: number,
): Promise<void> {
  if (results.length === 0) return;
  const count = (state: ItemResult["state"]) =>
    results.filter((result) => result.state === state).length;
  const grown = (name: string, by: number) =>
    sql`${`$.${name}`}, coalesce(json_extract(counts, ${`$.${name}`}), 0) + ${by}`;
  await inOneTransaction(db, [
    sql`
      INSERT INTO task_item (task_id, item_key, label, state, reasons, updated_at)
      SELECT ${taskId}, value->>'key', value->>'key', value->>'state',
        json(value->'reasons'), ${now}
      FROM json_each(${JSON.stringify(results)}) WHERE true
      ON CONFLICT (task_id, item_key) DO UPDATE
        SET state = excluded.state, reasons = excluded.reasons, updated_at = excluded.updated_at`,
    sql`
      UPDATE task SET updated_at = ${now}, counts = json_set(counts,
        ${grown("done", count("done"))}, ${grown("failed", count("failed"))},
        ${grown("skipped", count("skipped"))})
      WHERE id = ${taskId}`,
  ]);
}

/** Ends every item nobody has begun, for one and the same reason. */
export async function endWaitingItems(
  db: Database,
  taskId: string,
  state: "failed" | "skipped",
  reason: Reason,
  now: number,
): Promise<void> {
  await db.run(sql`
    UPDATE task_item SET state = ${state}, reasons = ${JSON.stringify([reason])},
      updated_at = ${now}
    WHERE task_id = ${taskId} AND state = 'waiting'`);
}

/** Those of the keys that have no result yet. */
export async function unfinishedOf(
  db: Database,
  taskId: string,
  keys: readonly string[],
): Promise<string[]> {
  const rows = await db.all<{ item_key: string }>(sql`
    SELECT item_key FROM task_item
    WHERE task_id = ${taskId} AND state IN ('waiting', 'running')
      AND item_key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`);
  return rows.map((row) => row.item_key);
}

/** Exact numbers by state; states without items are absent. */
export async function countItems(db: Database, taskId: string): Promise<Record<string, number>> {
  const rows = await db
    .select({ state: taskItem.state, count: sql<number>`count(*)` })
    .from(taskItem)
    .where(eq(taskItem.taskId, taskId))
    .groupBy(taskItem.state);
  return Object.fromEntries(rows.map((row) => [row.state, row.count]));
}

export async function hasOpenItems(db: Database, taskId: string): Promise<boolean> {
  const rows = await db.all(sql`
    SELECT 1 FROM task_item WHERE task_id = ${taskId} AND state IN ('waiting', 'running') LIMIT 1`);
  return rows.length > 0;
}

/** One page of results, by key; `state` absent: all. */
export async function listItems(
  db: Database,
  taskId: string,
  state: string | undefined,
  after: string | undefined,
  limit: number,
): Promise<Pick<TaskDetail, "items" | "next">> {
  const rows = await db
    .select()
    .from(taskItem)
    .where(
      and(
        eq(taskItem.taskId, taskId),
        state ? sql`${taskItem.state} = ${state}` : undefined,
        after ? gt(taskItem.itemKey, after) : undefined,
      ),
    )
    .orderBy(asc(taskItem.itemKey))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map((row) => ({
      key: row.itemKey,
      label: row.label,
      state: row.state,
      reasons: [...row.reasons],
    })),
    next: rows.length > limit ? (shown.at(-1)?.itemKey ?? null) : null,
  };
}
