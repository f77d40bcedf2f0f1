import type { Reason } from "../errors/reason";

/** How the work on one item of a task ended. */
export interface ItemOutcome {
  state: "done" | "failed" | "skipped";
  reasons: readonly Reason[];
}
