import { computed, createModel, signal } from "@preact/signals";
import type { ItemState } from "../../src/contract/tasks";
import type { Client } from "../api/client";
import { createResource } from "../data/resource";
import { rememberKind } from "./known-kinds";
import { isOpenTask } from "./outcome";

/** The list of tasks of a connection. */
export const TasksModel = createModel((client: Client, id: string) => {
  const cursor = signal<string | undefined>(undefined);
  const list = createResource(async () => {
    const result = await client.call("GET /api/connections/:id/tasks", {
      params: { id },
      query: { cursor: cursor.value },
    });
    if (result.ok) for (const task of result.value.rows) rememberKind(task);
    return result;
  });
  const isRunning = computed(() => list.value.value?.rows.some(isOpenTask) ?? false);
  const show = (at: string | undefined) => {
    const isElsewhere = at !== cursor.value;
    cursor.value = at;
    return isElsewhere ? list.reloadOther() : list.reload();
  };
  return { cursor, list, isRunning, show };
});

/** One task: its progress, its items, and what can still be done with it. */
export const TaskModel = createModel((client: Client, id: string, taskId: string) => {
  const params = { id, taskId };
  const state = signal<ItemState | undefined>(undefined);
  const cursor = signal<string | undefined>(undefined);
  const detail = createResource(() =>
    client.call("GET /api/connections/:id/tasks/:taskId", {
      params,
      query: { state: state.value, cursor: cursor.value },
    }),
  );
  /** It may still change; also while nothing is known of it. */
  const isRunning = computed(() => {
    const task = detail.value.value;
    return !detail.isRefused.value && (task === null || isOpenTask(task));
  });
  return {
    state,
    cursor,
    detail,
    isRunning,
    show: (wanted: ItemState | undefined, at: string | undefined) => {
      const isElsewhere = wanted !== state.value || at !== cursor.value;
      state.value = wanted;
      cursor.value = at;
      return isElsewhere ? detail.reloadOther() : detail.reload();
    },
    retry: async () => {
      const route = "POST /api/connections/:id/tasks/:taskId/retry";
      const result = await client.call(route, { params, body: {} });
      const kind = detail.value.value?.kind;
      if (result.ok && kind) rememberKind({ id: result.value.taskId, kind });
      return result;
    },
    confirm: () =>
      client.call("POST /api/connections/:id/tasks/:taskId/confirm", { params, body: {} }),
    cancel: () =>
      client.call("POST /api/connections/:id/tasks/:taskId/cancel", { params, body: {} }),
  };
});
