/** "unconfirmed": everything is prepared, and a person says whether it is done. Stored names. */
export const TASK_STATES = [
  "waiting",
  "running",
  "unconfirmed",
  "completed",
  "error",
  "cancelled",
] as const;
