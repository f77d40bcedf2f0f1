import { computed, createModel, signal } from "@preact/signals";
import type { ItemState, TaskRow } from "../../src/contract/tasks";
import type { Client } from "../api/client";
import { createResource } from "../data/resource";

/** True while a task may still change by itself. */
export function isOpenTask(task: Pick<TaskRow, "state">): boolean {
  return task.state === "waiting" || task.state === "running";
}

/** Completed, yet some of it failed: the trap the merchant must see. */
export function hasFailures(task: Pick<TaskRow, "counts">): boolean {
  return (task.counts["failed"] ?? 0) > 0;
}

/** Counts that tell of no work done. */
const NO_WORK: readonly string[] = ["found", "failed", "skipped", "withoutSku", "unreadable"];

export type TaskOutcome = "good" | "mixed" | "failed" | "nothing";

/** What came of a completed task: a finished one may have done nothing at all. */
export function outcomeOf({ counts }: Pick<TaskRow, "counts">): TaskOutcome {
  const worked = Object.entries(counts).some(
    ([name, count]) => count > 0 && !NO_WORK.includes(name),
  );
  if (hasFailures({ counts })) return worked ? "mixed" : "failed";
  return !worked && (counts["skipped"] ?? 0) > 0 ? "nothing" : "good";
}

/** How much of a task is behind it; undefined while its size is unknown. */
export function taskProgress(
  task: Pick<TaskRow, "total" | "counts">,
): { value: number; max: number } | undefined {
  if (!task.total) return undefined;
  const { done, failed = 0, skipped = 0, created = 0, updated = 0, unchanged = 0 } = task.counts;
  const value =
    done === undefined ? created + updated + unchanged + failed : done + failed + skipped;
  return { value: Math.min(value, task.total), max: task.total };
}

/** The list of tasks of a connection. */
export const TasksModel = createModel((client: Client, id: string) => {
  const cursor = signal<string | undefined>(undefined);
  const list = createResource(() =>
    client.call("GET /api/connections/:id/tasks", {
      params: { id },
      query: { cursor: cursor.value },
    }),
  );
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
  const isRunning = computed(() => {
    const task = detail.value.value;
    return task === null ? detail.error.value === null : isOpenTask(task);
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
    retry: () => client.call("POST /api/connections/:id/tasks/:taskId/retry", { params, body: {} }),
    confirm: () =>
      client.call("POST /api/connections/:id/tasks/:taskId/confirm", { params, body: {} }),
    cancel: () =>
      client.call("POST /api/connections/:id/tasks/:taskId/cancel", { params, body: {} }),
  };
});
