/**
 * Invitations to an account. Sending one replaces the open one of the same address; accepting one is a
 * single transaction, so a link that is used twice at once makes one member.
 */
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../database";
import { account, authUser, invitation, member } from "../schema/accounts";
import { violatesUnique } from "../unique";

export type InvitationRow = typeof invitation.$inferSelect;

/** What a link leads to. */
export interface FoundInvitation extends InvitationRow {
  accountName: string;
  inviterName: string;
}

const isOpenRow = and(isNull(invitation.acceptedAt), isNull(invitation.revokedAt));

/** Those not yet answered, expired ones among them, newest first. */
export function listInvitations(db: Database, accountId: string): Promise<InvitationRow[]> {
  return db
    .select()
    .from(invitation)
    .where(and(eq(invitation.accountId, accountId), isOpenRow))
    .orderBy(desc(invitation.createdAt), desc(invitation.id));
}

export async function findInvitation(
  db: Database,
  tokenHash: string,
): Promise<FoundInvitation | undefined> {
  const [row] = await db
    .select({ invitation, accountName: account.name, inviterName: authUser.name })
    .from(invitation)
    .innerJoin(account, eq(account.id, invitation.accountId))
    .leftJoin(authUser, eq(authUser.id, invitation.invitedBy))
    .where(eq(invitation.tokenHash, tokenHash))
    .limit(1);
  return row && { ...row.invitation, ...row, inviterName: row.inviterName ?? row.accountName };
}

/** False, and nothing is kept, where somebody of that address belongs to the account already. */
export async function addInvitation(
  db: Database,
  row: Pick<
    InvitationRow,
    "id" | "accountId" | "email" | "role" | "tokenHash" | "invitedBy" | "createdAt" | "expiresAt"
  >,
): Promise<boolean> {
  const { accountId, email } = row;
  const [, added] = await db.batch([
    db
      .update(invitation)
      .set({ revokedAt: row.createdAt })
      .where(and(eq(invitation.accountId, accountId), eq(invitation.email, email), isOpenRow)),
    db
      .insert(invitation)
      .select(
        sql`SELECT ${row.id}, ${accountId}, ${email}, ${row.role}, ${row.tokenHash},
          ${row.invitedBy}, ${row.createdAt}, ${row.expiresAt}, NULL, NULL
        WHERE NOT EXISTS (SELECT 1 FROM member JOIN auth_user ON auth_user.id = member.user_id
          WHERE member.account_id = ${accountId} AND member.removed_at IS NULL
          AND lower(auth_user.email) = ${email})`,
      )
      .returning({ id: invitation.id }),
  ]);
  return added.length > 0;
}

/** Undoes `addInvitation`; what the row replaced is open again, unless a newer one is. */
export async function withdrawInvitation(
  db: Database,
  row: Pick<InvitationRow, "id" | "accountId" | "email" | "createdAt">,
): Promise<void> {
  const { id, accountId, email, createdAt } = row;
  const ofAddress = and(eq(invitation.accountId, accountId), eq(invitation.email, email));
  const replaced = sql`(SELECT id FROM invitation WHERE account_id = ${accountId} AND email = ${email}
    AND revoked_at = ${createdAt} AND accepted_at IS NULL AND NOT EXISTS (SELECT 1 FROM invitation
      WHERE account_id = ${accountId} AND email = ${email} AND accepted_at IS NULL AND revoked_at IS NULL)
    ORDER BY created_at DESC LIMIT 1)`;
  await db.batch([
    db.delete(invitation).where(and(eq(invitation.id, id), ofAddress, isOpenRow)),
    db
      .update(invitation)
      .set({ revokedAt: null })
      .where(and(ofAddress, eq(invitation.id, replaced))),
  ]);
}

/** The address it was for; undefined where it is not open. */
export async function revokeInvitation(
  db: Database,
  accountId: string,
  id: string,
  now: number,
): Promise<string | undefined> {
  const [revoked] = await db
    .update(invitation)
    .set({ revokedAt: now })
    .where(and(eq(invitation.accountId, accountId), eq(invitation.id, id), isOpenRow))
    .returning({ email: invitation.email });
  return revoked?.email;
}

export type Accepted = "joined" | "not_open" | "member_elsewhere";

/**
 * Makes the person a member in the invited role, for the first time or again, and closes the invitation:
 * both or neither. An account of the person's own that holds nothing and nobody else goes; one that holds
 * anything keeps the person ("member_elsewhere").
 */
export async function acceptInvitation(
  db: Database,
  { tokenHash, userId, email }: { tokenHash: string; userId: string; email: string },
  now: number,
): Promise<Accepted> {
  const open = sql`invitation.token_hash = ${tokenHash} AND invitation.email = ${email}
    AND invitation.accepted_at IS NULL AND invitation.revoked_at IS NULL
    AND invitation.expires_at > ${now}`;
  try {
    const [, , closed] = await db.batch([
      db.delete(account).where(
        sql`id IN (SELECT account_id FROM member WHERE user_id = ${userId} AND removed_at IS NULL)
          AND EXISTS (SELECT 1 FROM invitation WHERE ${open} AND invitation.account_id <> account.id)
          AND NOT EXISTS (SELECT 1 FROM connection WHERE connection.account_id = account.id)
          AND NOT EXISTS (SELECT 1 FROM invitation AS sent WHERE sent.account_id = account.id)
          AND NOT EXISTS (SELECT 1 FROM member AS other WHERE other.account_id = account.id
            AND other.user_id <> ${userId})`,
      ),
      db
        .insert(member)
        .select(
          sql`SELECT account_id, ${userId}, role, ${now}, NULL FROM invitation WHERE ${open}
            AND NOT EXISTS (SELECT 1 FROM member AS here WHERE here.user_id = ${userId}
              AND here.account_id = invitation.account_id AND here.removed_at IS NULL)`,
        )
        .onConflictDoUpdate({
          target: [member.accountId, member.userId],
          set: { role: sql`excluded.role`, removedAt: null },
        }),
      db.update(invitation).set({ acceptedAt: now }).where(open).returning({ id: invitation.id }),
    ]);
    return closed.length > 0 ? "joined" : "not_open";
  } catch (caught) {
    if (violatesUnique(caught, "member.user_id")) return "member_elsewhere";
    throw caught;
  }
}
