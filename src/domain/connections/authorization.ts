/** The seller's authorisation of a connection, as pages show it and events change it. */

const DAY_MS = 24 * 3_600_000;
/** Days ahead of its end at which a merchant is told of it, once each. */
export const WARNING_DAYS = [30, 14, 7, 1] as const;
/** As early as the first warning. */
const EXPIRING_MS = WARNING_DAYS[0] * DAY_MS;
/** Events carry whole seconds. */
const CLOCK_GRAIN_MS = 1000;

export interface AuthorizationState {
  state: "none" | "valid" | "expiring" | "revoked";
  expiresAt: number | null;
}

/** "expiring" is said early enough, whether the channel has said so or not. Times in epoch ms. */
export function authorizationState(
  tokens: { state: "valid" | "expiring" | "revoked"; expiresAt: number | null } | undefined,
  now: number,
): AuthorizationState {
  if (!tokens) return { state: "none", expiresAt: null };
  const { state, expiresAt } = tokens;
  const isNear = expiresAt !== null && expiresAt - now < EXPIRING_MS;
  return { state: state === "valid" && isNear ? "expiring" : state, expiresAt };
}

/**
 * False for a revocation at `at` that is older than the tokens stored at `storedAt`: a late repeat of
 * an old event must not cut off an authorisation given since.
 */
export function revokesTokens(at: number, storedAt: number | undefined): boolean {
  return storedAt === undefined || at + CLOCK_GRAIN_MS >= storedAt;
}

/** The latest warning that is due for an authorisation's end, in days; undefined: none yet, or it has ended. Epoch ms. */
export function warningOf(expiresAt: number, now: number): number | undefined {
  const leftMs = expiresAt - now;
  if (leftMs <= 0) return undefined;
  return WARNING_DAYS.findLast((days) => leftMs <= days * DAY_MS);
}
