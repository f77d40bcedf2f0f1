import { and, desc, eq, isNull, ne, sql } from "drizzle-orm";
import type { Database } from "../database";
import { preparedBy } from "../prepared";
import { account, authAccount, authSession, authUser, member } from "../schema/accounts";

const byToken = preparedBy((db) =>
  db
    .select({
      session: {
        id: authSession.id,
        createdAt: authSession.createdAt,
        expiresAt: authSession.expiresAt,
        provenAt: authSession.provenAt,
      },
      person: { userId: authUser.id, name: authUser.name, email: authUser.email },
      membership: { accountId: account.id, accountName: account.name, role: member.role },
    })
    .from(authSession)
    .innerJoin(authUser, eq(authUser.id, authSession.userId))
    .innerJoin(member, and(eq(member.userId, authUser.id), isNull(member.removedAt)))
    .innerJoin(account, eq(account.id, member.accountId))
    .where(eq(authSession.token, sql.placeholder("token")))
    .limit(1)
    .prepare(),
);

/** A session with its person, who is a member of an account; undefined where there is none of these. */
export async function findSession(db: Database, token: string) {
  const [row] = await byToken(db).all({ token });
  return row;
}

/** The person of a session gave password or code. */
export async function keepProof(db: Database, sessionId: string, now: number): Promise<void> {
  await db.update(authSession).set({ provenAt: now }).where(eq(authSession.id, sessionId));
}

/** Hash of a person's password; undefined where they have none. */
export async function passwordHashOf(db: Database, userId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ password: authAccount.password })
    .from(authAccount)
    .where(and(eq(authAccount.userId, userId), eq(authAccount.providerId, "credential")))
    .limit(1);
  return row?.password ?? undefined;
}

export async function endSession(db: Database, sessionId: string): Promise<void> {
  await db.delete(authSession).where(eq(authSession.id, sessionId));
}

export type SessionRow = typeof authSession.$inferSelect;

/** The latest login first. */
export function listSessions(db: Database, userId: string): Promise<SessionRow[]> {
  return db
    .select()
    .from(authSession)
    .where(eq(authSession.userId, userId))
    .orderBy(desc(authSession.createdAt));
}

/** Ends one session of a person, or all but that one; answers how many ended. */
export async function endSessions(
  db: Database,
  userId: string,
  which: { only: string } | { allBut: string },
): Promise<number> {
  const chosen =
    "only" in which ? eq(authSession.id, which.only) : ne(authSession.id, which.allBut);
  const ended = await db
    .delete(authSession)
    .where(and(eq(authSession.userId, userId), chosen))
    .returning({ id: authSession.id });
  return ended.length;
}
