/**
 * Rows of tasks: durable units of work, their counts and their end. It knows nothing of what a
 * task does; items are in task-items.ts, what a page reads in read-tasks.ts.
 */
import { and, eq, gt, inArray, lt, lte, sql, type SQL } from "drizzle-orm";
import type { SQLiteUpdateSetSource } from "drizzle-orm/sqlite-core";
import type { Reason } from "../../domain/errors/reason";
import { CONFIRM_WITHIN_MS, type CONFIRMATIONS } from "../../domain/tasks/confirmation";
import type { TaskCounts } from "../../domain/tasks/task-counts";
import type { Database } from "../database";
import { task } from "../schema/tasks";

export type StoredTask = typeof task.$inferSelect;

/** Spelt out, not bound: only then does SQLite see that the indexes of open tasks apply. */
const isOpen = sql`${task.state} IN ('waiting', 'running')`;
const isUnconfirmed = sql`${task.state} = 'unconfirmed'`;
const hasNotEnded = sql`${task.state} IN ('waiting','running','unconfirmed')`;

const confirmation = (wish: (typeof CONFIRMATIONS)[number]) =>
  sql`json_extract(${task.parameters}, '$.confirmation') IS ${wish}`;

/** A put-off of less is none. */
export const CLOCKS_DIFFER_MS = 1_000;

interface NewTask {
  id: string;
  connectionId: string;
  kind: string;
  /** Of a connection's tasks that have not ended only one has this key. */
  identityKey: string;
  parameters: unknown;
  startedBy: string;
}

interface CreatedTask {
  id: string;
  isNew: boolean;
  /** The task that was there waits for a confirmation. */
  isUnconfirmed: boolean;
}

interface TaskEnd {
  state: "completed" | "error";
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
   * Creates the task, or answers the one of the same identity key that has not ended. `isNew` is
   * false in the second case.
   */
  async create(wanted: NewTask): Promise<CreatedTask> {
    // The open task found in the way may end between the two statements: then the insert is tried again.
    for (;;) {
      const now = this.now();
      const [created] = await this.db
        .insert(task)
        .values({ ...wanted, state: "waiting", counts: {}, createdAt: now, updatedAt: now })
        .onConflictDoNothing()
        .returning({ id: task.id });
      if (created) return { id: created.id, isNew: true, isUnconfirmed: false };
      const { connectionId, identityKey } = wanted;
      const [open] = await this.db
        .select({ id: task.id, state: task.state })
        .from(task)
        .where(
          and(eq(task.connectionId, connectionId), eq(task.identityKey, identityKey), hasNotEnded),
        );
      if (open) return { id: open.id, isNew: false, isUnconfirmed: open.state === "unconfirmed" };
    }
  }

  async find(taskId: string): Promise<StoredTask | undefined> {
    const [row] = await this.db.select().from(task).where(eq(task.id, taskId));
    return row;
  }

  /** Waiting becomes running; false when the task has ended meanwhile, or is put off. */
  async begin(taskId: string): Promise<boolean> {
    return this.change(taskId, this.isNotPutOff(), { state: "running" });
  }

  /**
   * Nobody works on the task for so long. False when another worker has put it off already: doubles of
   * a message that all came back would double again each time.
   */
  async putOff(taskId: string, forMs: number): Promise<boolean> {
    return this.change(taskId, this.isNotPutOff(), { updatedAt: this.now() + forMs });
  }

  /** Two workers' clocks may differ by so much. */
  private isNotPutOff(): SQL | undefined {
    return and(isOpen, lte(task.updatedAt, this.now() + CLOCKS_DIFFER_MS));
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

  /**
   * The list is complete, and a person says whether it is done. False when the task ended or was
   * confirmed meanwhile, as another worker finds that has listed the same.
   */
  async awaitConfirmation(taskId: string, counts: TaskCounts): Promise<boolean> {
    return this.change(taskId, and(isOpen, confirmation("wanted")), {
      state: "unconfirmed",
      counts,
    });
  }

  /** The task that waited may run; false for all but one of those who ask. */
  async confirm(taskId: string): Promise<boolean> {
    const isInTime = gt(task.updatedAt, this.now() - CONFIRM_WITHIN_MS);
    const parameters = sql`json_set(${task.parameters}, '$.confirmation', 'given')`;
    return this.change(taskId, and(isUnconfirmed, isInTime), { state: "waiting", parameters });
  }

  /** Tasks that wait for a confirmation since `before` (epoch ms) or longer. */
  async listUnconfirmed(before: number, limit: number): Promise<string[]> {
    const rows = await this.db
      .select({ id: task.id })
      .from(task)
      .where(and(isUnconfirmed, lte(task.updatedAt, before)))
      .orderBy(task.updatedAt)
      .limit(limit);
    return rows.map(({ id }) => id);
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

  private changeOpen(taskId: string, change: Partial<StoredTask>): Promise<boolean> {
    return this.change(taskId, isOpen, change);
  }

  private async change(
    taskId: string,
    isFit: SQL | undefined,
    change: SQLiteUpdateSetSource<typeof task>,
  ): Promise<boolean> {
    const rows = await this.db
      .update(task)
      .set({ updatedAt: this.now(), ...change })
      .where(and(eq(task.id, taskId), isFit))
      .returning({ id: task.id });
    return rows.length > 0;
  }
}
