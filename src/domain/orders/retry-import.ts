/** When an order that the store fails to take is tried again. Pure. */
import { judgeFailure, type RetryRule, type Verdict } from "../errors/back-off";
import { mayPass } from "../errors/classify-code";
import type { SyncError } from "../errors/sync-error";

/** Tries after which a failure that may pass by itself is shown; those before follow within seconds. */
export const QUIET_TRIES = 3;

/** Code of the problem of an order that failed after its last retry. */
export const GIVEN_UP = "order.needs_action";

/** From the failure that is shown first to each try that follows. */
const RETRIES_MS = [10, 20, 30].map((minutes) => minutes * 60_000);

/** An order that was given up is taken up again by a good answer of the store, after this long. */
export const GIVEN_UP_MS = 10 * 60_000;

/** How an import fails by now. */
export interface FailingImport {
  /** This one included. */
  tries: number;
  /** When its failure was shown first, epoch ms; null: this may be the first. */
  failingSince: number | null;
  /** Whether the merchant wants it tried again. */
  isRetried: boolean;
}

/**
 * What follows a failed try. A failure that may pass goes by the clock, not by how often it was tried:
 * tries in between, which a good answer of the store brings, use none of the three up. What the merchant's
 * own data cause, and a lost login, are judged as for every step.
 */
export function judgeImport(
  error: Pick<SyncError, "remedy" | "facts">,
  { tries, failingSince, isRetried }: FailingImport,
  rule: RetryRule,
  now: number,
  random: () => number,
): Verdict {
  const usual = judgeFailure(error, tries, { ...rule, maxTries: Infinity }, now, random);
  if (!mayPass(error) || error.remedy === "reconnect" || tries < QUIET_TRIES) return usual;
  if (!isRetried) return { kind: "park" };
  const since = failingSince ?? now;
  const next = RETRIES_MS.map((pause) => since + pause).find((at) => at > now);
  if (next === undefined) return { kind: "park" };
  return { kind: "retry", dueAt: Math.max(next, now + (error.facts.retryAfterMs ?? 0)) };
}

/** Since when an import fails visibly, once this try has failed; null: it does not yet. */
export const failingSinceOf = (
  error: Pick<SyncError, "remedy" | "facts">,
  { tries, failingSince }: Pick<FailingImport, "tries" | "failingSince">,
  now: number,
): number | null => failingSince ?? (mayPass(error) && tries >= QUIET_TRIES ? now : null);
