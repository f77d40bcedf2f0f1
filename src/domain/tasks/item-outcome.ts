import type { Reason } from "../errors/reason";
import type { ItemChange } from "./item-change";

/** How the work on one item of a task ended. */
export interface ItemOutcome {
  state: "done" | "failed" | "skipped";
  reasons: readonly Reason[];
  /** What the work changed; absent: nothing, or nothing that can be shown. */
  change?: ItemChange | undefined;
}
