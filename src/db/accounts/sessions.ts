import { and, eq } from "drizzle-orm";
import type { Database } from "../database";
import { authAccount, authSession } from "../schema/accounts";

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
