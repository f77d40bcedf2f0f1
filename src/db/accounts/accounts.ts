import { eq } from "drizzle-orm";
import type { Database } from "../database";
import { account, authUser, member } from "../schema/accounts";

export interface Membership {
  accountId: string;
  accountName: string;
  role: "owner" | "admin";
}

/** The one account a person works in. */
export async function membershipOf(db: Database, userId: string): Promise<Membership | undefined> {
  const [row] = await db
    .select({ accountId: account.id, accountName: account.name, role: member.role })
    .from(member)
    .innerJoin(account, eq(account.id, member.accountId))
    .where(eq(member.userId, userId))
    .limit(1);
  return row;
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

/** Names by user id, for the activity list. */
export async function memberNames(db: Database, accountId: string): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: authUser.id, name: authUser.name })
    .from(member)
    .innerJoin(authUser, eq(authUser.id, member.userId))
    .where(eq(member.accountId, accountId));
  return new Map(rows.map((row) => [row.id, row.name]));
}
