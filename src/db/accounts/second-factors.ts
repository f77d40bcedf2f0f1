/** Authenticators of persons. A code or a recovery code is taken once: the rows decide, whoever comes at once. */
import { and, eq, isNotNull, lt, sql } from "drizzle-orm";
import type { Database } from "../database";
import { secondFactor } from "../schema/accounts";

export type SecondFactorRow = typeof secondFactor.$inferSelect;

export async function findSecondFactor(
  db: Database,
  userId: string,
): Promise<SecondFactorRow | undefined> {
  const [row] = await db.select().from(secondFactor).where(eq(secondFactor.userId, userId));
  return row;
}

/** One to be confirmed; what was not confirmed before is replaced, what was stays. */
export async function beginSecondFactor(
  db: Database,
  userId: string,
  sealed: string,
  now: number,
): Promise<boolean> {
  const fresh = { sealed, lastStep: 0, recovery: [], createdAt: now };
  const begun = await db
    .insert(secondFactor)
    .values({ userId, ...fresh })
    .onConflictDoUpdate({
      target: secondFactor.userId,
      set: fresh,
      setWhere: sql`${secondFactor.confirmedAt} IS NULL`,
    })
    .returning({ userId: secondFactor.userId });
  return begun.length > 0;
}

export async function confirmSecondFactor(
  db: Database,
  userId: string,
  recovery: readonly string[],
  now: number,
): Promise<void> {
  await db
    .update(secondFactor)
    .set({ confirmedAt: now, recovery })
    .where(eq(secondFactor.userId, userId));
}

export async function removeSecondFactor(db: Database, userId: string): Promise<void> {
  await db.delete(secondFactor).where(eq(secondFactor.userId, userId));
}

/** False where a code of this step or a later one was taken before. */
export async function takeStep(db: Database, userId: string, step: number): Promise<boolean> {
  const taken = await db
    .update(secondFactor)
    .set({ lastStep: step })
    .where(and(eq(secondFactor.userId, userId), lt(secondFactor.lastStep, step)))
    .returning({ userId: secondFactor.userId });
  return taken.length > 0;
}

/** Uses a recovery code up; false where it is none, or was used before. */
export async function takeRecovery(db: Database, userId: string, hash: string): Promise<boolean> {
  const taken = await db
    .update(secondFactor)
    .set({
      recovery: sql`(SELECT json_group_array(value) FROM json_each(${secondFactor.recovery})
        WHERE value <> ${hash})`,
    })
    .where(
      and(
        eq(secondFactor.userId, userId),
        isNotNull(secondFactor.confirmedAt),
        sql`EXISTS (SELECT 1 FROM json_each(${secondFactor.recovery}) WHERE value = ${hash})`,
      ),
    )
    .returning({ userId: secondFactor.userId });
  return taken.length > 0;
}
