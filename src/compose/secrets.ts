/** Wires the sealed secrets of a connection: the credentials' repository and the seal. */
import {
  addCredential,
  findCredential,
  listCredentials,
  markCredential,
  putCredential,
  removeCredential,
  replaceCredential,
  type CredentialRow,
} from "../db/connections/credentials";
import { promoteSecret } from "../db/connections/promote-secret";
import type { SecretField } from "../domain/connections/secrets";
import { createSealer } from "../lib/seal";
import type { SecretStore, StoredSecret } from "../sync/connections/secret-store";
import type { Services } from "../tasks/services";

export type SecretParts = Pick<Services, "settings" | "db" | "now">;

/** The secrets of a connection, bound to it and its account: a text sealed for another does not open. */
export function secretsOf(
  { settings, db, now }: SecretParts,
  { id: connectionId, accountId }: { id: string; accountId: string },
): SecretStore {
  const sealer = createSealer(settings.sealingKeys);
  const ownerOf = (field: SecretField) => ({ accountId, connectionId, field });
  const open = ({ field, sealed }: Pick<CredentialRow, "field" | "sealed">) =>
    sealer.open(sealed, ownerOf(field));
  const toStored = (row: CredentialRow): StoredSecret => ({ ...row, open: () => open(row) });
  const sealed = async (field: SecretField, plain: string, expiresAt: number | null = null) => ({
    connectionId,
    field,
    expiresAt,
    sealed: await sealer.seal(plain, ownerOf(field)),
  });
  const move = async (row: CredentialRow, to: SecretField) =>
    sealer.seal(await open(row), ownerOf(to));
  return {
    async find(field) {
      const row = await findCredential(db, connectionId, field);
      return row && toStored(row);
    },
    list: async () => (await listCredentials(db, connectionId)).map(toStored),
    put: async (field, plain, expiresAt) =>
      putCredential(db, await sealed(field, plain, expiresAt), now()),
    add: async (field, plain, expiresAt) =>
      addCredential(db, await sealed(field, plain, expiresAt), now()),
    replace: async (field, plain, expiresAt, replacedVersion) =>
      replaceCredential(db, await sealed(field, plain, expiresAt), replacedVersion, now()),
    remove: (field) => removeCredential(db, connectionId, field),
    mark: (field, state) => markCredential(db, connectionId, field, state, now()),
    async promoteNext(previousExpiresAt) {
      const rows = await listCredentials(db, connectionId);
      const next = rows.find(({ field }) => field === "webhook_secret_next");
      const current = rows.find(({ field }) => field === "webhook_secret");
      if (!next || !current) return;
      const moved = {
        pending: next.sealed,
        current: await move(next, "webhook_secret"),
        previous: await move(current, "webhook_secret_previous"),
        previousExpiresAt,
      };
      await promoteSecret(db, connectionId, moved, now());
    },
  };
}
