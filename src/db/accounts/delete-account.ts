/**
 * The end of an account. It is closed in one transaction, after which nobody belongs to it; what is left
 * goes bit by bit, and the last is the account's own row.
 */
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Database } from "../database";
import { account, authSession, authUser, invitation, member } from "../schema/accounts";

/**
 * Ends sessions, invitations and memberships. Persons who belong or belonged to no other account go with
 * it, with password and authenticator.
 */
export async function closeAccount(db: Database, accountId: string, now: number): Promise<void> {
  const ofIt = sql`(SELECT user_id FROM member WHERE account_id = ${accountId})`;
  const elsewhere = sql`(SELECT user_id FROM member WHERE account_id <> ${accountId})`;
  await db.batch([
    db.update(account).set({ deletedAt: now }).where(eq(account.id, accountId)),
    db
      .update(invitation)
      .set({ revokedAt: now })
      .where(
        and(
          eq(invitation.accountId, accountId),
          isNull(invitation.acceptedAt),
          isNull(invitation.revokedAt),
        ),
      ),
    db
      .delete(authSession)
      .where(
        sql`user_id IN (SELECT user_id FROM member WHERE account_id = ${accountId} AND removed_at IS NULL)`,
      ),
    db.delete(authUser).where(sql`id IN ${ofIt} AND id NOT IN ${elsewhere}`),
    db
      .update(member)
      .set({ removedAt: now })
      .where(and(eq(member.accountId, accountId), isNull(member.removedAt))),
  ]);
}

/** Accounts that were closed and are not gone yet. */
export async function listClosedAccounts(db: Database): Promise<string[]> {
  const rows = await db
    .select({ id: account.id })
    .from(account)
    .where(isNotNull(account.deletedAt));
  return rows.map(({ id }) => id);
}

/** The row of a closed account that holds no connection any more, with its activity. */
export async function dropAccount(db: Database, accountId: string): Promise<void> {
  await db
    .delete(account)
    .where(
      and(
        eq(account.id, accountId),
        isNotNull(account.deletedAt),
        sql`NOT EXISTS (SELECT 1 FROM connection WHERE account_id = ${accountId})`,
      ),
    );
}
