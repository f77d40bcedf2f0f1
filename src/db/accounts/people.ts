/**
 * The people of an account. Each change is one transaction, so that of two at once the second sees the
 * first: an account never loses its last owner.
 */
import { and, asc, eq, exists, gte, isNull, notExists, or, sql, type SQL } from "drizzle-orm";
import type { Role } from "../../domain/accounts/role";
import { toAddress } from "../../domain/accounts/invitation";
import type { Database } from "../database";
import { authSession, authUser, member } from "../schema/accounts";

export interface PersonRow {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: number;
}

/** Who belongs to the account now, whoever joined first in front. */
export function listPeople(db: Database, accountId: string): Promise<PersonRow[]> {
  return db
    .select({
      userId: member.userId,
      name: authUser.name,
      email: authUser.email,
      role: member.role,
      joinedAt: member.createdAt,
    })
    .from(member)
    .innerJoin(authUser, eq(authUser.id, member.userId))
    .where(and(eq(member.accountId, accountId), isNull(member.removedAt)))
    .orderBy(asc(member.createdAt), asc(member.userId));
}

/** Persons who are in no account: nobody confirmed their address yet. */
export const hasNoAccount = (db: Database) =>
  notExists(db.select().from(member).where(eq(member.userId, authUser.id)));

/** Persons who left their accounts before a moment and joined no other. */
export const isGoneSince = (db: Database, at: number) => {
  const ofPerson = eq(member.userId, authUser.id);
  const stayed = or(isNull(member.removedAt), gte(member.removedAt, at));
  return and(
    exists(db.select().from(member).where(ofPerson)),
    notExists(db.select().from(member).where(and(ofPerson, stayed))),
  );
};

/** Whoever has an address, in whatever account. */
export async function findPerson(
  db: Database,
  email: string,
): Promise<{ id: string; email: string } | undefined> {
  const [row] = await db
    .select({ id: authUser.id, email: authUser.email })
    .from(authUser)
    .where(eq(authUser.email, toAddress(email)));
  return row;
}

const present = (accountId: string, userId: string) =>
  and(eq(member.accountId, accountId), eq(member.userId, userId), isNull(member.removedAt));

/** No owner, or not the only one. */
function canBeSpared(accountId: string, userId: string): SQL | undefined {
  const another = sql`EXISTS (SELECT 1 FROM member AS other WHERE other.account_id = ${accountId}
    AND other.user_id <> ${userId} AND other.role = 'owner' AND other.removed_at IS NULL)`;
  return or(sql`${member.role} <> 'owner'`, another);
}

/** False, and nothing is changed, where the person is not there or is the last owner. */
export async function setRole(
  db: Database,
  accountId: string,
  userId: string,
  role: Role,
): Promise<boolean> {
  const isSafe = role === "owner" ? undefined : canBeSpared(accountId, userId);
  const changed = await db
    .update(member)
    .set({ role })
    .where(and(present(accountId, userId), isSafe))
    .returning({ userId: member.userId });
  return changed.length > 0;
}

/** The name of somebody who belongs to the account. */
export async function setName(
  db: Database,
  accountId: string,
  userId: string,
  name: string,
): Promise<void> {
  const isHere = sql`EXISTS (SELECT 1 FROM member WHERE account_id = ${accountId}
    AND user_id = ${userId} AND removed_at IS NULL)`;
  await db
    .update(authUser)
    .set({ name })
    .where(and(eq(authUser.id, userId), isHere));
}

/**
 * Takes a person out of the account and ends every session of theirs. False, and nothing is changed,
 * where the person is not there or is the last owner.
 */
export async function removePerson(
  db: Database,
  accountId: string,
  userId: string,
  now: number,
): Promise<boolean> {
  const isOut = sql`NOT EXISTS (SELECT 1 FROM member WHERE user_id = ${userId} AND removed_at IS NULL)`;
  const [removed] = await db.batch([
    db
      .update(member)
      .set({ removedAt: now })
      .where(and(present(accountId, userId), canBeSpared(accountId, userId)))
      .returning({ userId: member.userId }),
    db.delete(authSession).where(and(eq(authSession.userId, userId), isOut)),
  ]);
  return removed.length > 0;
}
