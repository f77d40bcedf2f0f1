/** Sealed texts by the version of their key, whoever's they are. */
import { and, eq, notLike } from "drizzle-orm";
import type { Database } from "../database";
import type { SealOwner } from "../../lib/seal";
import { secondFactor } from "../schema/accounts";
import { connection, credential } from "../schema/connections";

export interface OlderSeal {
  owner: SealOwner;
  sealed: string;
  table: "credential" | "second_factor";
}

/** Those that were not sealed by this version. */
export async function listOlderSeals(
  db: Database,
  version: number,
  limit: number,
): Promise<OlderSeal[]> {
  const newest = `s1.${version}.%`;
  const [secrets, factors] = await Promise.all([
    db
      .select({
        accountId: connection.accountId,
        connectionId: credential.connectionId,
        field: credential.field,
        sealed: credential.sealed,
      })
      .from(credential)
      .innerJoin(connection, eq(connection.id, credential.connectionId))
      .where(notLike(credential.sealed, newest))
      .limit(limit),
    db
      .select({ userId: secondFactor.userId, sealed: secondFactor.sealed })
      .from(secondFactor)
      .where(notLike(secondFactor.sealed, newest))
      .limit(limit),
  ]);
  return [
    ...secrets.map(({ sealed, ...owner }) => ({ owner, sealed, table: "credential" as const })),
    ...factors.map(({ userId, sealed }) => ({
      owner: { accountId: "", connectionId: userId, field: "second_factor" },
      sealed,
      table: "second_factor" as const,
    })),
  ];
}

/** Writes the new text over the one that was read, and over no other. Its version stays: the secret is the same. */
export async function replaceSeal(
  db: Database,
  { owner, sealed, table }: OlderSeal,
  renewed: string,
): Promise<void> {
  if (table === "second_factor")
    await db
      .update(secondFactor)
      .set({ sealed: renewed })
      .where(and(eq(secondFactor.userId, owner.connectionId), eq(secondFactor.sealed, sealed)));
  else
    await db
      .update(credential)
      .set({ sealed: renewed })
      .where(and(eq(credential.connectionId, owner.connectionId), eq(credential.sealed, sealed)));
}
