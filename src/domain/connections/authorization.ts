/** The seller's authorisation of a connection, as pages show it and events change it. */

/** Long enough for a merchant to find the time to authorise again. */
const EXPIRING_MS = 14 * 24 * 3_600_000;
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
