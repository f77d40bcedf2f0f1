/** "unconfirmed": everything is prepared, and a person says whether it is done. Stored names. */
export const TASK_STATES = [
  "waiting",
  "running",
  "unconfirmed",
  "completed",
  "error",
  "cancelled",
] as const;

type TaskState = (typeof TASK_STATES)[number];

/** Nothing more happens to the task; one that waits for a confirmation has not ended, and did nothing yet. */
export function hasEnded(state: TaskState): boolean {
  return state === "completed" || state === "error" || state === "cancelled";
}
