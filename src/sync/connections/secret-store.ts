/** The sealed secrets of one connection, as use cases see them: opened one by one, written sealed. */
import type { SecretField } from "../../domain/connections/secrets";
import { SyncError } from "../../domain/errors/sync-error";

export interface StoredSecret {
  field: SecretField;
  state: "valid" | "expiring" | "revoked";
  /** Epoch ms; null: it does not run out. */
  expiresAt: number | null;
  /** Grows with every change. */
  version: number;
  updatedAt: number;
  /** The plain text. Throws SyncError("defect", "seal.unreadable"). */
  open(): Promise<string>;
}

export interface SecretStore {
  find(field: SecretField): Promise<StoredSecret | undefined>;
  /** All of them in one query; none is opened. */
  list(): Promise<readonly StoredSecret[]>;
  /** Stores the secret, whatever was stored before. */
  put(field: SecretField, plain: string, expiresAt?: number | null): Promise<void>;
  /** Stores the secret only where none is stored; false when there is one. */
  add(field: SecretField, plain: string, expiresAt?: number | null): Promise<boolean>;
  /** Replaces the secret only while it has this version; false when it was changed meanwhile. */
  replace(
    field: SecretField,
    plain: string,
    expiresAt: number | null,
    replacedVersion: number,
  ): Promise<boolean>;
  remove(field: SecretField): Promise<void>;
  mark(field: SecretField, state: StoredSecret["state"]): Promise<void>;
  /**
   * `webhook_secret_next` becomes the current secret and the current one the previous, in one step;
   * a second promotion of the same secret changes nothing.
   */
  promoteNext(previousExpiresAt: number): Promise<void>;
}

/** The plain text of a secret that exists with every connection. Throws `connection.incomplete`. */
export async function requireSecret(secrets: SecretStore, field: SecretField): Promise<string> {
  const found = await secrets.find(field);
  if (!found) throw new SyncError("merchant", "connection.incomplete", { field });
  return found.open();
}
