/** What a task counts, in the order in which it is read out. Stored names. */
export const TASK_COUNTS = [
  "found",
  "created",
  "updated",
  "changed",
  "unchanged",
  "deleted",
  "withoutSku",
  "unreadable",
  "suggested",
  "done",
  "inReview",
  "failed",
  "skipped",
] as const;

type TaskCount = (typeof TASK_COUNTS)[number];

/** Absent: not counted by this kind of task, or not yet. */
export type TaskCounts = Readonly<Partial<Record<TaskCount, number>>>;

/** The counts that are not zero, in their order; names that only another version knows come last. */
export function shownCounts(counts: Readonly<Record<string, number>>): [string, number][] {
  const known = new Set<string>(TASK_COUNTS);
  const names = [...TASK_COUNTS, ...Object.keys(counts).filter((name) => !known.has(name))];
  return names.flatMap((name) => {
    const count = counts[name] ?? 0;
    return count === 0 ? [] : [[name, count] as [string, number]];
  });
}

export function isTaskCount(name: string): name is TaskCount {
  return (TASK_COUNTS as readonly string[]).includes(name);
}
