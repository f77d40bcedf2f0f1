import * as z from "zod";
import { TASK_KINDS } from "../domain/tasks/task-kind";
import { TASK_STATES } from "../domain/tasks/task-state";
import type {
  ShownFields as DomainFields,
  ShownValue as DomainValue,
} from "../domain/tasks/item-change";
import {
  Count,
  Cursor,
  EpochMs,
  Id,
  Minor,
  Next,
  NoBody,
  OfConnection,
  Reason,
  StartedTask,
} from "./common";
import { defineRoutes } from "./route";

/**
 * A kind of task. The name of one that only another version of Weft knows is a text of its own type:
 * a task stored before a roll-back is still listed.
 */
export const ShownKind = z.union([z.enum(TASK_KINDS), z.string().brand<"OtherTaskKind">()]);
export type ShownKind = z.infer<typeof ShownKind>;

export const TaskRow = z
  .object({
    id: z.string(),
    kind: ShownKind,
    state: z.enum(TASK_STATES),
    total: Count.nullable().describe("Items in all; null while nobody knows."),
    counts: z.record(z.string(), Count),
    problem: Reason.nullable(),
    startedBy: z.string(),
    createdAt: EpochMs,
    finishedAt: EpochMs.nullable(),
    confirmBy: EpochMs.nullable().describe("Expires then unless confirmed; null: needs none."),
  })
  .meta({ id: "Task" });
export type TaskRow = z.infer<typeof TaskRow>;

const ShownValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.object({ minMinor: Minor, maxMinor: Minor, currency: z.string() }),
]) satisfies z.ZodType<DomainValue>;

export const ShownFields = z
  .record(z.string(), ShownValue)
  .meta({ id: "ShownFields" }) satisfies z.ZodType<DomainFields>;

export const TaskDetail = TaskRow.extend({
  action: z.string().nullable().describe("What is done to each item; null: the kind says it."),
  items: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      state: z.string(),
      reasons: z.array(Reason),
      before: ShownFields.nullable().describe("What stood there, by field; null: not known."),
      after: ShownFields.nullable().describe("What stands there by this task, or will; as above."),
    }),
  ),
  next: Next,
}).meta({ id: "TaskDetail" });
export type TaskDetail = z.infer<typeof TaskDetail>;

/** Where an item of a task stands; also the filter of its list. */
export const ItemState = z.enum(["waiting", "running", "done", "failed", "skipped"]);
export type ItemState = z.infer<typeof ItemState>;

const OfTask = OfConnection.extend({ taskId: Id.brand<"TaskId">() });

export const taskRoutes = defineRoutes({
  "GET /api/connections/:id/tasks": {
    name: "listTasks",
    summary: "List the tasks of a connection, the newest first",
    needs: "admin",
    params: OfConnection,
    query: z.object({ cursor: Cursor.optional() }),
    answer: z.object({ rows: z.array(TaskRow), next: Next }),
  },
  "GET /api/connections/:id/tasks/:taskId": {
    name: "readTask",
    summary: "Read one task and a page of its items",
    needs: "admin",
    params: OfTask,
    query: z.object({
      state: ItemState.optional(),
      cursor: Cursor.optional(),
    }),
    answer: TaskDetail,
  },
  "POST /api/connections/:id/tasks/:taskId/retry": {
    name: "retryTask",
    summary: "Start what failed in a task once more",
    needs: "admin",
    params: OfTask,
    body: NoBody,
    answer: StartedTask,
  },
  "POST /api/connections/:id/tasks/:taskId/confirm": {
    name: "confirmTask",
    summary: "Let a task run that has listed what it would do and waits for this",
    needs: "admin",
    params: OfTask,
    body: NoBody,
    answer: TaskRow,
  },
  "POST /api/connections/:id/tasks/:taskId/cancel": {
    name: "cancelTask",
    summary: "Cancel a task; items that run are finished",
    needs: "admin",
    params: OfTask,
    body: NoBody,
    answer: TaskRow,
  },
});
