/** Tasks and their results as pages show them; nothing but a count of reviews is renewed here. */
import { and, asc, desc, eq, gt, lt, or, sql } from "drizzle-orm";
import { confirmBy } from "../../domain/tasks/confirmation";
import type { TaskKind } from "../../domain/tasks/task-kind";
import { toShownFields } from "../../domain/tasks/item-change";
import { ShownKind, type TaskDetail, type TaskRow } from "../../contract/tasks";
import type { Database } from "../database";
import { task, taskItem } from "../schema/tasks";
import { renewReviews } from "./reviews";
import type { StoredTask } from "./tasks";

/** The task only when it belongs to the connection. */
export async function findTaskOf(
  db: Database,
  connectionId: string,
  taskId: string,
): Promise<StoredTask | undefined> {
  const [row] = await db
    .select()
    .from(task)
    .where(and(eq(task.id, taskId), eq(task.connectionId, connectionId)));
  const [renewed] = row ? await renewReviews(db, connectionId, [row]) : [];
  return renewed;
}

/** When a task of this kind was completed last, epoch ms; null: none was, or none is kept. */
export async function lastCompleted(
  db: Database,
  connectionId: string,
  kind: TaskKind,
): Promise<number | null> {
  const [row] = await db
    .select({ at: task.finishedAt })
    .from(task)
    .where(
      and(eq(task.connectionId, connectionId), eq(task.kind, kind), eq(task.state, "completed")),
    )
    .orderBy(desc(task.createdAt))
    .limit(1);
  return row?.at ?? null;
}

/** Newest first, `limit` rows older than the cursor "createdAt.id". */
export async function listTasks(
  db: Database,
  connectionId: string,
  cursor: string | undefined,
  limit: number,
): Promise<{ rows: TaskRow[]; next: string | null }> {
  const [at, id] = splitCursor(cursor);
  const older =
    at === undefined
      ? undefined
      : or(lt(task.createdAt, at), and(eq(task.createdAt, at), lt(task.id, id)));
  const rows = await db
    .select()
    .from(task)
    .where(and(eq(task.connectionId, connectionId), older))
    .orderBy(desc(task.createdAt), desc(task.id))
    .limit(limit + 1);
  const shown = await renewReviews(db, connectionId, rows.slice(0, limit));
  const last = shown.at(-1);
  return {
    rows: shown.map(toTaskRow),
    next: rows.length > limit && last ? `${last.createdAt}.${last.id}` : null,
  };
}

function splitCursor(cursor: string | undefined): [number, string] | [undefined, ""] {
  const match = /^(\d+)\.(.+)$/.exec(cursor ?? "");
  return match?.[1] && match[2] ? [Number(match[1]), match[2]] : [undefined, ""];
}

/** What the interface shows of a task. */
export function toTaskRow(row: StoredTask): TaskRow {
  return {
    id: row.id,
    kind: ShownKind.parse(row.kind),
    state: row.state,
    total: row.total,
    counts: row.counts,
    problem: row.problem ?? null,
    startedBy: row.startedBy,
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
    confirmBy: confirmBy(row),
  };
}

/** What a task does to each of its items, where its kind leaves that open. */
export function actionOf({ parameters }: Pick<StoredTask, "parameters">): string | null {
  const action = (parameters as { action?: unknown } | null)?.action;
  return typeof action === "string" ? action : null;
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
      before: toShownFields(row.before),
      after: toShownFields(row.after),
    })),
    next: rows.length > limit ? (shown.at(-1)?.itemKey ?? null) : null,
  };
}
