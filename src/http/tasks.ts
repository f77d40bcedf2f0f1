import { cancelTask } from "../tasks/cancel-task";
import { confirmTask } from "../tasks/confirm-task";
import { retryTask } from "../tasks/retry-task";
import type { taskRoutes } from "../contract/tasks";
import { actionOf, findTaskOf, listItems, listTasks, toTaskRow } from "../db/tasks/read-tasks";
import { SyncError } from "../domain/errors/sync-error";
import type { Handlers } from "./call";
import { record } from "./record";

const TASK_PAGE = 50;
const ITEM_PAGE = 100;

export const taskHandlers: Handlers<typeof taskRoutes> = {
  "GET /api/connections/:id/tasks": ({ services: { db }, connection, query }) =>
    listTasks(db, connection.id, query.cursor, TASK_PAGE),

  async "GET /api/connections/:id/tasks/:taskId"({ services: { db }, connection, params, query }) {
    const task = await findTaskOf(db, connection.id, params.taskId);
    if (!task) throw new SyncError("merchant", "task.not_found");
    const items = await listItems(db, task.id, query.state, query.cursor, ITEM_PAGE);
    return { ...toTaskRow(task), action: actionOf(task), ...items };
  },

  async "POST /api/connections/:id/tasks/:taskId/retry"(call) {
    const { services, viewer, connection, params } = call;
    const started = await retryTask(services, connection.id, params.taskId, viewer.name);
    await record(call, connection.id, "task.retried", { task: params.taskId });
    return started;
  },

  async "POST /api/connections/:id/tasks/:taskId/confirm"(call) {
    const { services, connection, params } = call;
    const row = await confirmTask(services, connection.id, params.taskId);
    await record(call, connection.id, "task.confirmed", { task: params.taskId });
    return row;
  },

  async "POST /api/connections/:id/tasks/:taskId/cancel"(call) {
    const { services, connection, params } = call;
    const row = await cancelTask(services, connection.id, params.taskId);
    await record(call, connection.id, "task.cancelled", { task: params.taskId });
    return row;
  },
};
