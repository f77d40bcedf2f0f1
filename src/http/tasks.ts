import { z } from "zod";
import { cancelTask } from "../tasks/cancel-task";
import { retryTask } from "../tasks/retry-task";
import { findTaskOf, listItems, listTasks, toTaskRow } from "../db/tasks/read-tasks";
import { SyncError } from "../domain/errors/sync-error";
import { record } from "./record";
import type { RouteTable } from "./route";

const TASK_PAGE = 50;
const ITEM_PAGE = 100;

type Keys =
  | "GET /api/connections/:id/tasks"
  | "GET /api/connections/:id/tasks/:taskId"
  | "POST /api/connections/:id/tasks/:taskId/retry"
  | "POST /api/connections/:id/tasks/:taskId/cancel";

export const taskRoutes: RouteTable<Keys> = {
  "GET /api/connections/:id/tasks": {
    query: z.object({ cursor: z.string().max(300).optional() }),
    run: ({ services: { db }, connection, query }) =>
      listTasks(db, connection.id, query.cursor, TASK_PAGE),
  },

  "GET /api/connections/:id/tasks/:taskId": {
    query: z.object({
      state: z.enum(["waiting", "running", "done", "failed", "skipped"]).optional(),
      cursor: z.string().max(300).optional(),
    }),
    async run({ services: { db }, connection, params, query }) {
      const task = await findTaskOf(db, connection.id, params.taskId);
      if (!task) throw new SyncError("merchant", "task.not_found");
      const items = await listItems(db, task.id, query.state, query.cursor, ITEM_PAGE);
      return { ...toTaskRow(task), ...items };
    },
  },

  "POST /api/connections/:id/tasks/:taskId/retry": {
    body: z.object({}).strict(),
    async run(call) {
      const { services, viewer, connection, params } = call;
      const started = await retryTask(services, connection.id, params.taskId, viewer.name);
      await record(call, connection.id, "task.retried", { task: params.taskId });
      return started;
    },
  },

  "POST /api/connections/:id/tasks/:taskId/cancel": {
    body: z.object({}).strict(),
    async run(call) {
      const { services, connection, params } = call;
      const row = await cancelTask(services, connection.id, params.taskId);
      await record(call, connection.id, "task.cancelled", { task: params.taskId });
      return row;
    },
  },
};
