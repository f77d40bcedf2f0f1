import type { Reason } from "./reason";
import { SyncError, type ErrorFacts, type Remedy } from "./sync-error";

/** A reason that was stored or came from another side, as the error that shows or stops something. */
export function reasonError({ code, facts }: Reason, remedy: Remedy = "merchant"): SyncError {
  // Facts pass through JSON only, which holds nothing but plain values.
  return new SyncError(remedy, code, facts as ErrorFacts);
}
