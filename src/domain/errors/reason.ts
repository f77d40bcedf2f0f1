import type { Facts } from "../facts";
import type { SyncError } from "./sync-error";

/**
 * Why something is refused or failed: a stable code the interface words, and the facts to fill in.
 */
export interface Reason {
  code: string;
  facts: Facts;
}

export function toReason({ code, facts }: Pick<SyncError, "code" | "facts">): Reason {
  return { code, facts };
}
