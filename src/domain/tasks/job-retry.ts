import { isLostLogin, isOutOfBudget, mayPass } from "../errors/classify-code";
import type { SyncError } from "../errors/sync-error";

/** The queue gives up after its own eight retries; the last try before that must be ours. */
const MAX_ATTEMPTS = 7;
/** An unforeseen error is often a passing fault of the platform below us, but not seven times. */
const MAX_DEFECT_ATTEMPTS = 3;
const BASE_MS = 2_000;
const MAX_MS = 120_000;

/** When a message comes back. */
export interface JobRetry {
  inMs: number;
  /** Nothing failed and no attempt is used up: there was no request budget. */
  isForBudget: boolean;
}

/** What follows failed attempt number `attempt` (1 = first); null: a person or we must act. */
export function judgeJobFailure(
  error: SyncError,
  attempt: number,
  random: () => number,
): JobRetry | null {
  const isForBudget = isOutOfBudget(error.code);
  const inMs = jobRetryDelay(error, isForBudget ? 1 : attempt, random);
  return inMs === null ? null : { inMs, isForBudget };
}

/** The later of two retries; a lack of budget in one of them is that of both. */
export function longerRetry(one: JobRetry | null, other: JobRetry): JobRetry {
  if (!one) return other;
  return {
    inMs: Math.max(one.inMs, other.inMs),
    isForBudget: one.isForBudget || other.isForBudget,
  };
}

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
  if (!mayPass(error)) return null;
  if (attempt >= (error.remedy === "defect" ? MAX_DEFECT_ATTEMPTS : MAX_ATTEMPTS)) return null;
  const asked = error.facts.retryAfterMs;
  if (asked !== undefined) return Math.min(Math.max(asked, 0), MAX_MS);
  const ceiling = Math.min(MAX_MS, BASE_MS * 2 ** attempt);
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}

/** True where the next items of a round would fail the same way: a lost login, no request budget. */
export function endsRound(error: SyncError): boolean {
  return isLostLogin(error) || isOutOfBudget(error.code);
}
