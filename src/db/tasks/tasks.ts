/**
 * Rows of tasks: durable units of work, their counts and their end. It knows nothing of what a
 * task does; items are in task-items.ts.
 */
import { and, desc, eq, inArray, lt, or, sql } from "drizzle-orm";
import type { Reason } from "../../contract/common";
import type { TaskRow } from "../../contract/tasks";
import type { Database } from "../database";
import { task } from "../schema/tasks";

export type StoredTask = typeof task.$inferSelect;

/** Spelt out, not bound: only then does SQLite see that the indexes of open tasks apply. */
const isOpen = sql`${task.state} IN ('waiting', 'running')`;

export interface NewTask {
  id: string;
  connectionId: string;
  kind: string;
  identityKey: string;
  parameters: unknown;
  startedBy: string;
  total?: number;
  now: number;
}

/**
 * Creates the task, or answers the one that already waits or runs under the same identity key.
 * `isNew` is false in the second case.
 */
export async function createTask(
  db: Database,
  wanted: NewTask,
): Promise<{ id: string; isNew: boolean }> {
  // The open task found in the way may end between the two statements: then the insert is tried again.
  for (;;) {
    const [created] = await db
      .insert(task)
      .values({
        id: wanted.id,
        connectionId: wanted.connectionId,
        kind: wanted.kind,
        identityKey: wanted.identityKey,
        state: "waiting",
        parameters: wanted.parameters,
        total: wanted.total ?? null,
        counts: {},
        startedBy: wanted.startedBy,
        createdAt: wanted.now,
        updatedAt: wanted.now,
      })
      .onConflictDoNothing()
      .returning({ id: task.id });
    if (created) return { id: created.id, isNew: true };
    const [open] = await db
      .select({ id: task.id })
      .from(task)
      .where(
        and(
          eq(task.connectionId, wanted.connectionId),
          eq(task.identityKey, wanted.identityKey),
          isOpen,
        ),
      );
    if (open) return { id: open.id, isNew: false };
  }
}

export async function findTask(db: Database, taskId: string): Promise<StoredTask | undefined> {
  const [row] = await db.select().from(task).where(eq(task.id, taskId));
  return row;
}

/** The task only when it belongs to the connection. */
export async function findTaskOf(
  db: Database,
  connectionId: string,
  taskId: string,
): Promise<StoredTask | undefined> {
  const row = await findTask(db, taskId);
  return row?.connectionId === connectionId ? row : undefined;
}

/** Waiting becomes running; false when the task has ended meanwhile. */
export async function beginTask(db: Database, taskId: string, now: number): Promise<boolean> {
  const rows = await db
    .update(task)
    .set({ state: "running", updatedAt: now })
    .where(and(eq(task.id, taskId), isOpen))
    .returning({ id: task.id });
  return rows.length > 0;
}

/**
 * Moves paged work on by one step. False when the task ended or somebody else moved the cursor
 * first: the caller then leaves the rest to them.
 */
export async function advanceTask(
  db: Database,
  taskId: string,
  step: { from: string | null; to: string; counts: Record<string, number>; now: number },
): Promise<boolean> {
  const rows = await db
    .update(task)
    .set({ cursor: step.to, counts: step.counts, updatedAt: step.now })
    .where(and(eq(task.id, taskId), eq(task.state, "running"), sql`${task.cursor} IS ${step.from}`))
    .returning({ id: task.id });
  return rows.length > 0;
}

export async function setTotal(
  db: Database,
  taskId: string,
  total: number,
  now: number,
): Promise<void> {
  await db.update(task).set({ total, updatedAt: now }).where(eq(task.id, taskId));
}

/** Shows that somebody still works on it, so that the sweep leaves it alone. */
export async function touchTask(db: Database, taskId: string, now: number): Promise<void> {
  await db
    .update(task)
    .set({ updatedAt: now })
    .where(and(eq(task.id, taskId), isOpen));
}

/** Ends an open task; false when it had ended already. `counts` absent: left as they are. */
export async function finishTask(
  db: Database,
  taskId: string,
  end: {
    state: "completed" | "error" | "cancelled";
    problem?: Reason;
    counts?: Record<string, number>;
    now: number;
  },
): Promise<boolean> {
  const rows = await db
    .update(task)
    .set({
      state: end.state,
      problem: end.problem ?? null,
      finishedAt: end.now,
      updatedAt: end.now,
      ...(end.counts ? { counts: end.counts } : {}),
    })
    .where(and(eq(task.id, taskId), isOpen))
    .returning({ id: task.id });
  return rows.length > 0;
}

/** Open tasks nobody touched since `before`: their message was lost. Oldest first. */
export async function staleTasks(
  db: Database,
  kinds: readonly string[],
  before: number,
  limit: number,
): Promise<StoredTask[]> {
  return db
    .select()
    .from(task)
    .where(and(isOpen, inArray(task.kind, [...kinds]), lt(task.updatedAt, before)))
    .orderBy(task.updatedAt)
    .limit(limit);
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
  const shown = rows.slice(0, limit);
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
    kind: row.kind,
    state: row.state,
    total: row.total,
    counts: row.counts,
    problem: row.problem ?? null,
    startedBy: row.startedBy,
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
  };
}
