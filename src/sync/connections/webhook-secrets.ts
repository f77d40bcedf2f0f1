/**
 * The secrets a store may sign with: the current one, the next one while a rotation is under way, the
 * previous one for a day. An event signed with the next one proves that the store has it.
 */
import {
  acceptedSecrets,
  previousUntil,
  SECRET_FIELDS,
  type SecretField,
} from "../../domain/connections/secrets";
import { SyncError } from "../../domain/errors/sync-error";
import type { Runtime } from "../../lib/runtime";
import type { SourceCredentials } from "../../platforms/source";
import type { SecretStore } from "./secret-store";

/** 200 random bits. */
const SECRET_LETTERS = 40;

export function newWebhookSecret({ randomText }: Pick<Runtime, "randomText">): string {
  return randomText(SECRET_LETTERS);
}

/**
 * The secret to sign with, and those to try where the store refuses it: a rotation was broken off
 * after the store had changed, or before it did. Throws SyncError("merchant", "connection.incomplete").
 */
export async function signingSecrets(
  secrets: SecretStore,
  now: number,
): Promise<Pick<SourceCredentials, "secret" | "otherSecrets">> {
  const accepted = acceptedSecrets(await secrets.list(), now);
  const current = accepted.find(({ field }) => field === "webhook_secret");
  if (!current)
    throw new SyncError("merchant", "connection.incomplete", { field: "webhook_secret" });
  const others = accepted.filter((one) => one !== current);
  const [secret, ...otherSecrets] = await Promise.all([
    current.open(),
    ...others.map((other) => other.open()),
  ]);
  return { secret, otherSecrets };
}

export interface Verified<T> {
  message: T;
  /** The secret that it was signed with. */
  secret: string;
  /** Epoch ms until which that secret is accepted; null: it does not run out. */
  expiresAt: number | null;
}

/**
 * What `verify` makes of a message under the first accepted secret that fits it; null: under none.
 * `fields`: those that count for this message.
 */
export async function verifyBySecrets<T>(
  secrets: SecretStore,
  now: number,
  verify: (secret: string) => Promise<T | null>,
  fields: readonly SecretField[] = SECRET_FIELDS,
): Promise<Verified<T> | null> {
  for (const stored of acceptedSecrets(await secrets.list(), now)) {
    if (!fields.includes(stored.field)) continue;
    const secret = await stored.open();
    const message = await verify(secret);
    if (message === null) continue;
    if (stored.field === "webhook_secret_next") await secrets.promoteNext(previousUntil(now));
    return { message, secret, expiresAt: stored.expiresAt };
  }
  return null;
}
