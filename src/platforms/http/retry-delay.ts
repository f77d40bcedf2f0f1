/** One try of a vendor call, as the retry rule sees it. */
export interface Attempt {
  /** 1 for the first try. */
  number: number;
  /** True when sending it twice cannot do harm: reads, absolute writes, keyed creates. */
  replaySafe: boolean;
}

export type Failure =
  | { kind: "network" }
  | { kind: "timeout" }
  | { kind: "http"; status: number; retryAfterMs?: number };

const MAX_ATTEMPTS = 3;
const BASE_MS = 500;
/** A longer wait is left to the outbox or the queue: a waiting request costs Worker time. */
const MAX_MS = 8_000;

/**
 * Milliseconds to wait before trying again, or null to give up and let the outbox decide.
 * A write whose fate is unknown is never replayed here: its owner must read first whether it was applied.
 */
export function retryDelay(
  attempt: Attempt,
  failure: Failure,
  random: () => number,
): number | null {
  if (attempt.number >= MAX_ATTEMPTS) return null;
  if (failure.kind === "http" && failure.status !== 429 && failure.status < 500) return null;
  const maybeApplied = failure.kind !== "http" || failure.status >= 500;
  if (maybeApplied && !attempt.replaySafe) return null;
  if (failure.kind === "http" && failure.retryAfterMs !== undefined)
    return failure.retryAfterMs <= MAX_MS ? failure.retryAfterMs : null;
  return Math.round(random() * Math.min(BASE_MS * 2 ** attempt.number, MAX_MS));
}
