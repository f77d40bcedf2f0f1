import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../database";
import { preparedBy } from "../prepared";
import { credential } from "../schema/connections";

export type CredentialRow = typeof credential.$inferSelect;
export type CredentialField = CredentialRow["field"];
export type CredentialState = CredentialRow["state"];

const owner = sql.placeholder("connectionId");
const byField = preparedBy((db) =>
  db
    .select()
    .from(credential)
    .where(and(eq(credential.connectionId, owner), eq(credential.field, sql.placeholder("field"))))
    .limit(1)
    .prepare(),
);
const ofConnection = preparedBy((db) =>
  db.select().from(credential).where(eq(credential.connectionId, owner)).prepare(),
);

export async function findCredential(
  db: Database,
  connectionId: string,
  field: CredentialField,
): Promise<CredentialRow | undefined> {
  const [row] = await byField(db).all({ connectionId, field });
  return row;
}

/** All secrets of a connection, sealed. */
export function listCredentials(db: Database, connectionId: string): Promise<CredentialRow[]> {
  return ofConnection(db).all({ connectionId });
}

/** Stores a new secret whatever stood there before. */
export async function putCredential(
  db: Database,
  row: { connectionId: string; field: CredentialField; sealed: string; expiresAt: number | null },
  now: number,
): Promise<void> {
  await db
    .insert(credential)
    .values({ ...row, state: "valid", version: 1, updatedAt: now })
    .onConflictDoUpdate({
      target: [credential.connectionId, credential.field],
      set: {
        sealed: row.sealed,
        expiresAt: row.expiresAt,
        state: "valid",
        version: sql`${credential.version} + 1`,
        updatedAt: now,
      },
    });
}

/** Stores the secret only where none stands; false when one does. */
export async function addCredential(
  db: Database,
  row: { connectionId: string; field: CredentialField; sealed: string; expiresAt: number | null },
  now: number,
): Promise<boolean> {
  const added = await db
    .insert(credential)
    .values({ ...row, state: "valid", version: 1, updatedAt: now })
    .onConflictDoNothing()
    .returning({ version: credential.version });
  return added.length === 1;
}

/** Replaces the secret only while it is still the one that was read; false when it is not. */
export async function replaceCredential(
  db: Database,
  row: { connectionId: string; field: CredentialField; sealed: string; expiresAt: number | null },
  replacedVersion: number,
  now: number,
): Promise<boolean> {
  const changed = await db
    .update(credential)
    .set({
      sealed: row.sealed,
      expiresAt: row.expiresAt,
      state: "valid",
      version: replacedVersion + 1,
      updatedAt: now,
    })
    .where(
      and(
        eq(credential.connectionId, row.connectionId),
        eq(credential.field, row.field),
        eq(credential.version, replacedVersion),
      ),
    )
    .returning({ version: credential.version });
  return changed.length === 1;
}

export async function removeCredential(
  db: Database,
  connectionId: string,
  field: CredentialField,
): Promise<void> {
  await db
    .delete(credential)
    .where(and(eq(credential.connectionId, connectionId), eq(credential.field, field)));
}

export async function markCredential(
  db: Database,
  connectionId: string,
  field: CredentialField,
  state: CredentialState,
  now: number,
): Promise<void> {
  await db
    .update(credential)
    .set({ state, updatedAt: now })
    .where(and(eq(credential.connectionId, connectionId), eq(credential.field, field)));
}
