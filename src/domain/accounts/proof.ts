/** When a person must give password or code anew: for what a stranger at an open screen must not do. */

/** Long enough for a few such acts in a row. */
const PROOF_LIVES_MS = 10 * 60_000;

/** The last moment a person proved themself in a session, epoch ms; its login is such a moment. */
export function lastProof(session: { signedInAt: number; provenAt: number | null }): number {
  return Math.max(session.signedInAt, session.provenAt ?? 0);
}

/** False for a proof of the future too: then a clock went wrong. */
export function isProofFresh(provenAt: number, now: number): boolean {
  return provenAt <= now && now - provenAt < PROOF_LIVES_MS;
}

/** However often a session is used, it ends so long after its login. */
const SESSION_LIVES_MS = 30 * 86_400_000;

export function hasSessionEnded(signedInAt: number, now: number): boolean {
  return now - signedInAt >= SESSION_LIVES_MS;
}
