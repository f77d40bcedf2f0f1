import { and, eq } from "drizzle-orm";
import type { Role } from "../../domain/accounts/role";
import { SyncError } from "../../domain/errors/sync-error";
import type { Database } from "../database";
import { account, authUser, member } from "../schema/accounts";

export interface Membership {
  accountId: string;
  accountName: string;
  role: Role;
}

/** The one account a person works in; "removed" who was in one only before. */
export async function membershipOf(
  db: Database,
  userId: string,
): Promise<Membership | "removed" | undefined> {
  const rows = await db
    .select({ accountName: account.name, member })
    .from(member)
    .innerJoin(account, eq(account.id, member.accountId))
    .where(eq(member.userId, userId));
  const found = rows.find((row) => row.member.removedAt === null);
  if (!found) return rows.length > 0 ? "removed" : undefined;
  const { accountId, role } = found.member;
  return { accountId, accountName: found.accountName, role };
}

/**
 * The account of a person who signed up, with the person as its owner: both rows or none. A second
 * call for the same person fails on the unique member and leaves the first account as it is.
 */
export async function openAccount(
  db: Database,
  ids: { accountId: string; userId: string },
  name: string,
  now: number,
): Promise<void> {
  await db.batch([
    db.insert(account).values({ id: ids.accountId, name, createdAt: now }),
    db.insert(member).values({ ...ids, role: "owner", createdAt: now }),
  ]);
}

export type AccountRow = typeof account.$inferSelect;

/** Throws SyncError("merchant", "auth.no_account") where it has gone meanwhile. */
export async function readAccount(db: Database, id: string): Promise<AccountRow> {
  const [row] = await db.select().from(account).where(eq(account.id, id)).limit(1);
  if (!row) throw new SyncError("merchant", "auth.no_account");
  return row;
}

/**
 * Writes name and settings over the version they were made for; false, and nothing is written, where
 * another version stands.
 */
export async function saveAccountOverVersion(
  db: Database,
  { id, settingsVersion }: Pick<AccountRow, "id" | "settingsVersion">,
  change: { name?: string; settings?: object },
): Promise<boolean> {
  const saved = await db
    .update(account)
    .set({ ...change, settingsVersion: settingsVersion + 1 })
    .where(and(eq(account.id, id), eq(account.settingsVersion, settingsVersion)))
    .returning({ id: account.id });
  return saved.length > 0;
}

/** Names by user id, for the activity list. */
export async function memberNames(db: Database, accountId: string): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: authUser.id, name: authUser.name })
    .from(member)
    .innerJoin(authUser, eq(authUser.id, member.userId))
    .where(eq(member.accountId, accountId));
  return new Map(rows.map((row) => [row.id, row.name]));
}
