/** Bulk work and its items. Times are epoch ms UTC; unique constraints are the idempotency rules. */
import { sql } from "drizzle-orm";
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { TASK_STATES } from "../../domain/tasks/task-state";
import type { TaskCounts } from "../../domain/tasks/task-counts";
import type { Reason } from "../../domain/errors/reason";
import { connection } from "./connections";
import { now } from "./columns";

export const task = sqliteTable(
  "task",
  {
    id: text("id").primaryKey(),
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    /** A name of `TASK_KINDS`, or one that an earlier version knew. */
    kind: text("kind").notNull(),
    /** The same work exists once until it has ended. */
    identityKey: text("identity_key").notNull(),
    state: text("state", {
      enum: TASK_STATES,
    }).notNull(),
    parameters: text("parameters", { mode: "json" }).$type<unknown>().notNull(),
    /** Number of items expected; null while unknown. */
    total: integer("total"),
    counts: text("counts", { mode: "json" }).$type<TaskCounts>().notNull(),
    /** Opaque cursor of paged work. */
    cursor: text("cursor"),
    problem: text("problem", { mode: "json" }).$type<Reason | null>(),
    startedBy: text("started_by").notNull(),
    createdAt: now(),
    finishedAt: integer("finished_at"),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [
    index("task_updated").on(table.connectionId, table.updatedAt),
    index("task_connection").on(table.connectionId, table.createdAt, table.id),
    uniqueIndex("task_identity")
      .on(table.connectionId, table.identityKey)
      .where(sql`state IN ('waiting','running','unconfirmed')`),
    index("task_open")
      .on(table.updatedAt)
      .where(sql`state IN ('waiting','running')`),
    index("task_unconfirmed")
      .on(table.updatedAt)
      .where(sql`state = 'unconfirmed'`),
  ],
);

export const taskItem = sqliteTable(
  "task_item",
  {
    taskId: text("task_id")
      .notNull()
      .references(() => task.id, { onDelete: "cascade" }),
    /** Usually a product id. */
    itemKey: text("item_key").notNull(),
    label: text("label").notNull(),
    state: text("state", { enum: ["waiting", "running", "done", "failed", "skipped"] }).notNull(),
    /** Result: {code, facts}[] */
    reasons: text("reasons", { mode: "json" }).$type<readonly Reason[]>().notNull(),
    /** What the item changed, or would change, and to what; by field. Null: the kind tells neither. */
    before: text("before", { mode: "json" }).$type<Record<string, unknown> | null>(),
    after: text("after", { mode: "json" }).$type<Record<string, unknown> | null>(),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.taskId, table.itemKey] }),
    // With the key, so that a page of one state is walked in order.
    index("task_item_state").on(table.taskId, table.state, table.itemKey),
  ],
);
