import { mayPass } from "./classify-code";
import type { SyncError } from "./sync-error";

/** How often and how long a step of the ledger is tried. */
export interface RetryRule {
  /** First pause, doubled with every try. */
  baseMs: number;
  capMs: number;
  /** After this many tries the step waits for a person. */
  maxTries: number;
  /** Shortest pause after a call whose effect may still be happening at the other side. */
  uncertainMs: number;
}

export type Verdict =
  | { kind: "retry"; dueAt: number }
  /** Nothing was tried, so nothing counts as a try. */
  | { kind: "wait"; dueAt: number }
  | { kind: "park" };

/**
 * What follows a failed try number `tries` (1 = the first): another one at `dueAt`, or a person.
 * Full jitter, because every connection of a broken shop host fails in the same second; never
 * before the vendor's Retry-After, but later when it asks again and again: a short one must not use
 * up all tries in a minute. Refused by the merchant's own data: no machine can help. A lost login
 * is not the fault of the step, so it waits as long as it takes.
 */
export function judgeFailure(
  error: Pick<SyncError, "remedy" | "facts">,
  tries: number,
  rule: RetryRule,
  now: number,
  random: () => number,
): Verdict {
  if (error.remedy === "merchant" && !mayPass(error)) return { kind: "park" };
  if (tries >= rule.maxTries && error.remedy !== "reconnect") return { kind: "park" };
  const ceilingMs = Math.min(rule.capMs, rule.baseMs * 2 ** Math.min(tries - 1, 30));
  const jitterMs = Math.round(random() * ceilingMs);
  const uncertainMs = error.facts.maybeApplied === true ? rule.uncertainMs : 0;
  const askedMs = error.facts.retryAfterMs ?? 0;
  return { kind: "retry", dueAt: now + Math.max(jitterMs, askedMs, uncertainMs) };
}
