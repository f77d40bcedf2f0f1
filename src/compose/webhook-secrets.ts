/**
 * The secrets a store may sign with: the current one, the next one while a rotation is under way,
 * the previous one for a day. A word signed with the next one proves that the store has it.
 */
import type { ConnectionRow } from "../db/connections/connections";
import { addCredential, findCredential, listCredentials } from "../db/connections/credentials";
import { promoteSecret } from "../db/connections/promote-secret";
import { SyncError } from "../domain/errors/sync-error";
import { randomText } from "../lib/random-text";
import { createSealer } from "../lib/seal";
import type { SourceCredentials } from "../platforms/source";
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

/**
 * The secret to sign with, and those to try where the store does not believe it: a rotation was
 * broken off after the store was told, or the store was not told in time.
 */
export async function signingSecrets(
  parts: SecretParts,
  row: ConnectionRow,
): Promise<Pick<SourceCredentials, "secret" | "otherSecrets">> {
  const opened = await believedSecrets(parts, row);
  const secret = opened.find(({ field }) => field === "webhook_secret")?.secret;
  if (secret === undefined)
    throw new SyncError("merchant", "connection.incomplete", { field: "webhook_secret" });
  const others = opened.filter(({ field }) => field !== "webhook_secret");
  return { secret, otherSecrets: others.map((other) => other.secret) };
}

/** What `verify` makes of a word under the first believed secret that fits it; null: under none. */
export async function verifiedBySecret<T>(
  parts: SecretParts,
  row: ConnectionRow,
  verify: (secret: string) => Promise<T | null>,
): Promise<T | null> {
  for (const { field, secret } of await believedSecrets(parts, row)) {
    const verified = await verify(secret);
    if (verified === null) continue;
    if (field === "webhook_secret_next") await promoteNextSecret(parts, row);
    return verified;
  }
  return null;
}

async function believedSecrets({ db, settings, now }: SecretParts, row: ConnectionRow) {
  const sealer = createSealer(settings.sealingKeys);
  const rows = await listCredentials(db, row.id);
  const believed = FIELDS.flatMap((field) => {
    const found = rows.find((one) => one.field === field);
    return found && (found.expiresAt === null || now() < found.expiresAt) ? [{ field, found }] : [];
  });
  return Promise.all(
    believed.map(async ({ field, found }) => ({
      field,
      secret: await sealer.open(found.sealed, sealOwner(row, field)),
    })),
  );
}

/** The secret a rotation is under way to; one that was begun and broken off is taken up again. */
export async function nextSecret(parts: SecretParts, row: ConnectionRow): Promise<string> {
  const { db, settings, now } = parts;
  const sealer = createSealer(settings.sealingKeys);
  const owner = sealOwner(row, "webhook_secret_next");
  const credential = { connectionId: row.id, field: "webhook_secret_next" as const };
  const sealed = await sealer.seal(newWebhookSecret(), owner);
  await addCredential(db, { ...credential, sealed, expiresAt: null }, now());
  const stored = await findCredential(db, row.id, "webhook_secret_next");
  // Promoted by a word of the store between two lines: nothing is left to rotate to.
  if (!stored) throw new SyncError("retry", "pairing.busy");
  return sealer.open(stored.sealed, owner);
}

/** The store has the next secret: it becomes the current one. A repeat changes nothing. */
export async function promoteNextSecret(parts: SecretParts, row: ConnectionRow): Promise<void> {
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
