/** Shapes of the outbox beside the row it hands out. */

export type Shop = "source" | "channel";

/** How a try ended that failed. */
export interface StepFailure {
  /** Code of the error. */
  reason: string;
  waitsFor: Shop | null;
  failingSince: number | null;
}

/** A row as it is stored. */
export type RawRow = {
  id: number;
  kind: string;
  entity: string;
  due_at: number;
  attempts: number;
  wanted: number;
  reason: string | null;
  failing_since: number | null;
};
