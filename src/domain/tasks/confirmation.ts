/** Tasks that list what they would do and wait until a person says so. */

/** A list older than that says too little of what would happen now. */
export const CONFIRM_WITHIN_MS = 24 * 60 * 60 * 1000;

/** As stored with a task's parameters, absent where none was asked for. */
export const CONFIRMATIONS = ["wanted", "given"] as const;

/** Until when a task may be confirmed, epoch ms; null unless it waits for it. */
export function confirmBy(task: { state: string; updatedAt: number }): number | null {
  // Nothing writes to a task that waits: its last change is the moment its list was complete.
  return task.state === "unconfirmed" ? task.updatedAt + CONFIRM_WITHIN_MS : null;
}
