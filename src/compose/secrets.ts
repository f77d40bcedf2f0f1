/**
 * Sealed secrets of a connection by field: the only place that opens or seals them.
 * It does not know what a secret is for.
 */
import { SyncError } from "../domain/errors/sync-error";
import {
  findCredential,
  putCredential,
  type CredentialField,
  type CredentialRow,
} from "../db/connections/credentials";
import { createSealer } from "../lib/seal";
import type { Services } from "../tasks/services";

export type SecretParts = Pick<Services, "settings" | "db" | "now">;
export type SecretOwner = { accountId: string; id: string };

/** The plain text of a secret, or undefined when there is none. */
export async function openSecret(
  { settings, db }: SecretParts,
  owner: SecretOwner,
  field: CredentialField,
): Promise<string | undefined> {
  const row = await findCredential(db, owner.id, field);
  return row && openSealed(settings, owner, row);
}

/** The plain text of a secret whose row was read already. */
export function openSealed(
  settings: SecretParts["settings"],
  owner: SecretOwner,
  { field, sealed }: Pick<CredentialRow, "field" | "sealed">,
): Promise<string> {
  return createSealer(settings.sealingKeys).open(sealed, sealOwner(owner, field));
}

export async function sealSecret(
  { settings, db, now }: SecretParts,
  owner: SecretOwner,
  field: CredentialField,
  plain: string,
  expiresAt: number | null = null,
): Promise<void> {
  const sealed = await createSealer(settings.sealingKeys).seal(plain, sealOwner(owner, field));
  await putCredential(db, { connectionId: owner.id, field, sealed, expiresAt }, now());
}

/** Like openSecret, for a secret that exists with every connection. */
export async function requireSecret(
  parts: SecretParts,
  owner: SecretOwner,
  field: CredentialField,
): Promise<string> {
  const plain = await openSecret(parts, owner, field);
  if (plain === undefined) throw new SyncError("merchant", "connection.incomplete", { field });
  return plain;
}

export function sealOwner({ accountId, id }: SecretOwner, field: CredentialField) {
  return { accountId, connectionId: id, field };
}
