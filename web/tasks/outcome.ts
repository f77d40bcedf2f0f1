import type { TaskRow } from "../../src/contract/tasks";

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
