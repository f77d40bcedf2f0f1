import type { SyncError } from "../errors/sync-error";

/** The queue gives up after its own eight retries; the last word before that must be ours. */
const MAX_ATTEMPTS = 7;
/** What nobody foresaw is often a passing fault of the platform below us, but not seven times. */
const MAX_DEFECT_ATTEMPTS = 3;
const BASE_MS = 2_000;
const MAX_MS = 120_000;

/**
 * Milliseconds until a bulk job is tried again after failed attempt number `attempt` (1 = first),
 * or null when a person or we must act. The other side's own wait wins up to two minutes, after
 * which the sweep would take the job for lost.
 */
export function jobRetryDelay(
  error: SyncError,
  attempt: number,
  random: () => number,
): number | null {
  if (error.remedy === "merchant" || error.remedy === "reconnect") return null;
  if (attempt >= (error.remedy === "defect" ? MAX_DEFECT_ATTEMPTS : MAX_ATTEMPTS)) return null;
  const asked = error.facts.retryAfterMs;
  if (asked !== undefined) return Math.min(Math.max(asked, 0), MAX_MS);
  const ceiling = Math.min(MAX_MS, BASE_MS * 2 ** attempt);
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}
