/**
 * Rows of tasks: durable units of work, their counts and their end. It knows nothing of what a
 * task does; items are in task-items.ts, what a page reads in read-tasks.ts.
 */
import { and, eq, inArray, lt, sql } from "drizzle-orm";
import type { Reason } from "../../domain/errors/reason";
import type { TaskCounts } from "../../domain/tasks/task-counts";
import type { Database } from "../database";
import { task } from "../schema/tasks";

export type StoredTask = typeof task.$inferSelect;

/** Spelt out, not bound: only then does SQLite see that the indexes of open tasks apply. */
const isOpen = sql`${task.state} IN ('waiting', 'running')`;

interface NewTask {
  id: string;
  connectionId: string;
  kind: string;
  /** Of a connection's open tasks only one has this key. */
  identityKey: string;
  parameters: unknown;
  startedBy: string;
}

interface TaskEnd {
  state: "completed" | "error" | "cancelled";
  problem?: Reason;
  /** Absent: the counts stay as they are. */
  counts?: TaskCounts;
}

/** The tasks of all connections; `now` stamps the rows, epoch ms. */
export function tasksOf(db: Database, now: () => number) {
  return new TaskRepository(db, now);
}

class TaskRepository {
  constructor(
    private readonly db: Database,
    private readonly now: () => number,
  ) {}

  /**
   * Creates the task, or answers the one that already waits or runs under the same identity key.
   * `isNew` is false in the second case.
   */
  async create(wanted: NewTask): Promise<{ id: string; isNew: boolean }> {
    // The open task found in the way may end between the two statements: then the insert is tried again.
    for (;;) {
      const now = this.now();
      const [created] = await this.db
        .insert(task)
        .values({ ...wanted, state: "waiting", counts: {}, createdAt: now, updatedAt: now })
        .onConflictDoNothing()
        .returning({ id: task.id });
      if (created) return { id: created.id, isNew: true };
      const { connectionId, identityKey } = wanted;
      const [open] = await this.db
        .select({ id: task.id })
        .from(task)
        .where(and(eq(task.connectionId, connectionId), eq(task.identityKey, identityKey), isOpen));
      if (open) return { id: open.id, isNew: false };
    }
  }

  async find(taskId: string): Promise<StoredTask | undefined> {
    const [row] = await this.db.select().from(task).where(eq(task.id, taskId));
    return row;
  }

  /** Waiting becomes running; false when the task has ended meanwhile. */
  async begin(taskId: string): Promise<boolean> {
    return this.changeOpen(taskId, { state: "running" });
  }

  /**
   * Moves paged work on by one step. False when the task ended or another worker moved the cursor
   * first: the caller then leaves the rest to that worker.
   */
  async advance(
    taskId: string,
    step: { from: string | null; to: string; counts: TaskCounts },
  ): Promise<boolean> {
    const rows = await this.db
      .update(task)
      .set({ cursor: step.to, counts: step.counts, updatedAt: this.now() })
      .where(
        and(eq(task.id, taskId), eq(task.state, "running"), sql`${task.cursor} IS ${step.from}`),
      )
      .returning({ id: task.id });
    return rows.length > 0;
  }

  async setTotal(taskId: string, total: number): Promise<void> {
    await this.db.update(task).set({ total, updatedAt: this.now() }).where(eq(task.id, taskId));
  }

  /** Shows that a worker is still on it, so that the sweep leaves it alone. */
  async touch(taskId: string): Promise<void> {
    await this.changeOpen(taskId, {});
  }

  /** Ends an open task; false when it had ended already. */
  async finish(taskId: string, { state, problem, counts }: TaskEnd): Promise<boolean> {
    const finishedAt = this.now();
    const end = { state, problem: problem ?? null, finishedAt, updatedAt: finishedAt };
    return this.changeOpen(taskId, counts ? { ...end, counts } : end);
  }

  /** Open tasks nobody touched since `before` (epoch ms): their message was lost. Oldest first. */
  async listStale(
    kinds: readonly string[],
    before: number,
    limit: number,
  ): Promise<{ id: string; connectionId: string }[]> {
    return this.db
      .select({ id: task.id, connectionId: task.connectionId })
      .from(task)
      .where(and(isOpen, inArray(task.kind, [...kinds]), lt(task.updatedAt, before)))
      .orderBy(task.updatedAt)
      .limit(limit);
  }

  private async changeOpen(taskId: string, change: Partial<StoredTask>): Promise<boolean> {
    const rows = await this.db
      .update(task)
      .set({ updatedAt: this.now(), ...change })
      .where(and(eq(task.id, taskId), isOpen))
      .returning({ id: task.id });
    return rows.length > 0;
  }
}
