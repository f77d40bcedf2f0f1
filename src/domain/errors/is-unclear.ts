import { isDayLimit, isOutOfBudget, isRateLimited } from "./classify-code";
import type { SyncError } from "./sync-error";

/**
 * True when the effect of a failed write may have happened nevertheless. Only a plain refusal, a
 * limit and a request that never went out are clear; everything else is looked into first.
 */
export function isUnclear(error: SyncError): boolean {
  if (error.facts.maybeApplied !== undefined) return error.facts.maybeApplied;
  if (error.remedy === "merchant" || error.remedy === "reconnect") return false;
  const { code } = error;
  return !isOutOfBudget(code) && !isRateLimited(code) && !isDayLimit(code);
}
