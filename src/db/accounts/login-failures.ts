import { eq, lte, sql } from "drizzle-orm";
import type { Database } from "../database";
import { loginFailure } from "../schema/accounts";

/**
 * Counts a try under a hashed key and answers how many there were in its window. Counting comes
 * before the password is checked, so tries sent at once cannot slip through together. Windows that
 * have ended, of anybody, are swept in the same transaction.
 */
export async function countTry(
  db: Database,
  key: string,
  windowMs: number,
  now: number,
): Promise<{ count: number; windowEndsAt: number }> {
  const first = { count: 1, windowEndsAt: now + windowMs };
  const [, rows] = await db.batch([
    db.delete(loginFailure).where(lte(loginFailure.windowEndsAt, now)),
    db
      .insert(loginFailure)
      .values({ key, ...first })
      .onConflictDoUpdate({
        target: loginFailure.key,
        set: { count: sql`${loginFailure.count} + 1` },
      })
      .returning(),
  ]);
  return rows[0] ?? first;
}

export async function forgetTries(db: Database, key: string): Promise<void> {
  await db.delete(loginFailure).where(eq(loginFailure.key, key));
}
