/**
 * Items of a task, one per product or category: made in bulk, claimed by one worker, finished with
 * their reasons. It knows nothing of what an item does.
 */
import { eq, sql, type SQL } from "drizzle-orm";
import type { ItemOutcome } from "../../domain/tasks/item-outcome";
import type { Reason } from "../../domain/errors/reason";
import type { Database } from "../database";
import { inOneTransaction } from "../in-one-transaction";
import { taskItem } from "../schema/tasks";

export interface NewItem {
  key: string;
  label: string;
}

export interface ItemResult extends ItemOutcome {
  key: string;
}

/** The items of one task; `now` stamps the rows, epoch ms. */
export function itemsOf(db: Database, taskId: string, now: () => number) {
  return new ItemRepository(db, taskId, now);
}

class ItemRepository {
  constructor(
    private readonly db: Database,
    private readonly taskId: string,
    private readonly now: () => number,
  ) {}

  /** Adds waiting items; those that exist are left as they are. */
  async add(items: readonly NewItem[]): Promise<void> {
    await this.insert(items, "waiting", []);
  }

  /** Adds finished items that only carry a notice; a repeat changes nothing. */
  async record(items: readonly NewItem[], reason: Reason): Promise<void> {
    await this.insert(items, "done", [reason]);
  }

  private async insert(items: readonly NewItem[], state: string, reasons: readonly Reason[]) {
    await this.db.run(sql`
      INSERT INTO task_item (task_id, item_key, label, state, reasons, updated_at)
      SELECT ${this.taskId}, value->>'key', value->>'label', ${state},
        ${JSON.stringify(reasons)}, ${this.now()}
      FROM json_each(${JSON.stringify(items)}) WHERE true
      ON CONFLICT (task_id, item_key) DO NOTHING`);
  }

  /** The failed items of another task become waiting items of this one. */
  async copyFailed(fromTaskId: string): Promise<void> {
    await this.db.run(sql`
      INSERT INTO task_item (task_id, item_key, label, state, reasons, updated_at)
      SELECT ${this.taskId}, item_key, label, 'waiting', '[]', ${this.now()}
      FROM task_item WHERE task_id = ${fromTaskId} AND state = 'failed'
      ON CONFLICT (task_id, item_key) DO NOTHING`);
  }

  /**
   * Keys still to be done, in order, after `after` (null: from the first, which may be ""): waiting
   * ones and those whose worker has been silent since `silentSince` (epoch ms).
   */
  async openKeys(after: string | null, silentSince: number, limit: number): Promise<string[]> {
    return this.keys(sql`
      SELECT item_key FROM task_item
      WHERE task_id = ${this.taskId} ${after === null ? sql`` : sql`AND item_key > ${after}`}
        AND ${isFree(silentSince)}
      ORDER BY item_key LIMIT ${limit}`);
  }

  /** Claims items for one worker; items that ended or that another worker has are not answered. */
  async claim(keys: readonly string[], silentSince: number): Promise<string[]> {
    const claimed = await this.keys(sql`
      UPDATE task_item SET state = 'running', updated_at = ${this.now()}
      WHERE task_id = ${this.taskId} AND ${isAmong(keys)} AND ${isFree(silentSince)}
      RETURNING item_key`);
    const isClaimed = new Set(claimed);
    return keys.filter((key) => isClaimed.has(key));
  }

  /** Puts a claimed item back; the reason stays readable while it waits for its next try. */
  async release(key: string, reason: Reason): Promise<void> {
    await this.db.run(sql`
      UPDATE task_item SET state = 'waiting', reasons = ${JSON.stringify([reason])},
        updated_at = ${this.now()}
      WHERE task_id = ${this.taskId} AND state = 'running' AND ${isAmong([key])}`);
  }

  /** Stores results and adds them to the task's counts in one transaction; the counts stay exact. */
  async finish(results: readonly ItemResult[]): Promise<void> {
    if (results.length === 0) return;
    const now = this.now();
    const count = (state: ItemResult["state"]) =>
      results.filter((result) => result.state === state).length;
    const grown = (name: ItemResult["state"]) =>
      sql`${`$.${name}`}, coalesce(json_extract(counts, ${`$.${name}`}), 0) + ${count(name)}`;
    await inOneTransaction(this.db, [
      sql`
        INSERT INTO task_item (task_id, item_key, label, state, reasons, "before", "after", updated_at)
        SELECT ${this.taskId}, value->>'key', value->>'key', value->>'state',
          json(value->'reasons'), value->'$.change.before', value->'$.change.after', ${now}
        FROM json_each(${JSON.stringify(results)}) WHERE true
        ON CONFLICT (task_id, item_key) DO UPDATE
          SET state = excluded.state, reasons = excluded.reasons, "before" = excluded."before",
            "after" = excluded."after", updated_at = excluded.updated_at`,
      sql`
        UPDATE task SET updated_at = ${now},
          counts = json_set(counts, ${grown("done")}, ${grown("failed")}, ${grown("skipped")})
        WHERE id = ${this.taskId}`,
    ]);
  }

  /** Ends every item no worker has begun, for one and the same reason. */
  async endWaiting(state: "failed" | "skipped", reason: Reason): Promise<void> {
    await this.db.run(sql`
      UPDATE task_item SET state = ${state}, reasons = ${JSON.stringify([reason])},
        updated_at = ${this.now()}
      WHERE task_id = ${this.taskId} AND state = 'waiting'`);
  }

  /** Those of the keys that have no result yet. */
  async unfinishedOf(keys: readonly string[]): Promise<string[]> {
    return this.keys(sql`
      SELECT item_key FROM task_item
      WHERE task_id = ${this.taskId} AND state IN ('waiting', 'running') AND ${isAmong(keys)}`);
  }

  /** Exact numbers by state; states without items are absent. */
  async count(): Promise<Record<string, number>> {
    const rows = await this.db
      .select({ state: taskItem.state, count: sql<number>`count(*)` })
      .from(taskItem)
      .where(eq(taskItem.taskId, this.taskId))
      .groupBy(taskItem.state);
    return Object.fromEntries(rows.map((row) => [row.state, row.count]));
  }

  async hasOpen(): Promise<boolean> {
    const rows = await this.db.all(sql`
      SELECT 1 FROM task_item
      WHERE task_id = ${this.taskId} AND state IN ('waiting', 'running') LIMIT 1`);
    return rows.length > 0;
  }

  private async keys(query: SQL): Promise<string[]> {
    const rows = await this.db.all<{ item_key: string }>(query);
    return rows.map((row) => row.item_key);
  }
}

/** Waiting, or claimed by a worker that has been silent since `silentSince` (epoch ms). */
function isFree(silentSince: number): SQL {
  return sql`(state = 'waiting' OR (state = 'running' AND updated_at < ${silentSince}))`;
}

function isAmong(keys: readonly string[]): SQL {
  return sql`item_key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`;
}
