/**
 * The secrets a store may sign with: the current one, the next one while a rotation is under way,
 * the previous one for a day. A word signed with the next one proves that the store has it.
 */
import type { ConnectionRow } from "../db/connections";
import { listCredentials } from "../db/credentials";
import { promoteSecret } from "../db/promote-secret";
import { randomText } from "../lib/random-text";
import { createSealer } from "../lib/seal";
import { sealOwner, type SecretParts } from "./secrets";

/** As long as the store's module believes the one before. */
const PREVIOUS_LIVES_MS = 24 * 3_600_000;
/** 200 random bits. */
const SECRET_LETTERS = 40;
/** The likeliest first: almost every word is signed with the current one. */
const FIELDS = ["webhook_secret", "webhook_secret_next", "webhook_secret_previous"] as const;

export function newWebhookSecret(): string {
  return randomText(SECRET_LETTERS);
}

/** What `verify` makes of a word under the first believed secret that fits it; null: under none. */
export async function verifiedBySecret<T>(
  parts: SecretParts,
  row: ConnectionRow,
  verify: (secret: string) => Promise<T | null>,
): Promise<T | null> {
  const { db, settings, now } = parts;
  const sealer = createSealer(settings.sealingKeys);
  const rows = await listCredentials(db, row.id);
  for (const field of FIELDS) {
    const found = rows.find((one) => one.field === field);
    if (!found || (found.expiresAt !== null && found.expiresAt <= now())) continue;
    const verified = await verify(await sealer.open(found.sealed, sealOwner(row, field)));
    if (verified === null) continue;
    if (field === "webhook_secret_next") await promoteNextSecret(parts, row);
    return verified;
  }
  return null;
}

/** The store has the next secret: it becomes the current one. A repeat changes nothing. */
async function promoteNextSecret(parts: SecretParts, row: ConnectionRow): Promise<void> {
  const { db, settings, now } = parts;
  const sealer = createSealer(settings.sealingKeys);
  const rows = await listCredentials(db, row.id);
  const next = rows.find(({ field }) => field === "webhook_secret_next");
  const current = rows.find(({ field }) => field === "webhook_secret");
  if (!next || !current) return;
  const move = async (sealed: string, from: (typeof FIELDS)[number], to: (typeof FIELDS)[number]) =>
    sealer.seal(await sealer.open(sealed, sealOwner(row, from)), sealOwner(row, to));
  await promoteSecret(
    db,
    row.id,
    {
      pending: next.sealed,
      current: await move(next.sealed, "webhook_secret_next", "webhook_secret"),
      previous: await move(current.sealed, "webhook_secret", "webhook_secret_previous"),
      previousExpiresAt: now() + PREVIOUS_LIVES_MS,
    },
    now(),
  );
}
