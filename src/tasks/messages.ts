/** A queue message is a wake-up that carries ids, never data; the truth is in the task's rows. */
export type JobMessage =
  | { kind: "run-task"; connectionId: string; taskId: string }
  | { kind: "run-items"; connectionId: string; taskId: string; itemKeys: readonly string[] }
  | { kind: "check-products"; connectionId: string };
