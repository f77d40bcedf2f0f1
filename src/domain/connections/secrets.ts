/** The secrets of a connection and how long each of them counts. */

export const SECRET_FIELDS = [
  "source_key",
  "webhook_secret",
  /** Sent to the store, not yet known to be in use there. */
  "webhook_secret_next",
  /** Accepted until its `expiresAt`: for events under way and a store that has not changed yet. */
  "webhook_secret_previous",
  "pairing",
  /** Address and key that the store handed over from elsewhere; a member decides. */
  "store_move",
  "channel_tokens",
] as const;

export type SecretField = (typeof SECRET_FIELDS)[number];

/** As long as the store's module accepts its previous secret. */
const PREVIOUS_LIVES_MS = 24 * 3_600_000;

/** Epoch ms until which the secret that a rotation replaces at `now` is accepted. */
export function previousUntil(now: number): number {
  return now + PREVIOUS_LIVES_MS;
}

/** The likeliest first: almost every event is signed with the current one. */
const ACCEPTED: readonly SecretField[] = [
  "webhook_secret",
  "webhook_secret_next",
  "webhook_secret_previous",
];

/** Those that give a store away: what was replaced may have been replaced because it leaked. */
export const HAND_OVER_SECRETS: readonly SecretField[] = ["webhook_secret", "webhook_secret_next"];

/** Those of `stored` that a store may sign with at `now`, the likeliest first. */
export function acceptedSecrets<T extends { field: SecretField; expiresAt: number | null }>(
  stored: readonly T[],
  now: number,
): T[] {
  return ACCEPTED.flatMap((field) => {
    const found = stored.find((one) => one.field === field);
    return found && (found.expiresAt === null || now < found.expiresAt) ? [found] : [];
  });
}
