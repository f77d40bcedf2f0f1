import { eq, sql } from "drizzle-orm";
import type { Database } from "../services";
import { loginFailure } from "./schema";

/**
 * Counts a try under a hashed key and answers how many there were in its window. Counting comes
 * before the password is checked, so tries sent at once cannot slip through together.
 */
export async function countTry(
  db: Database,
  key: string,
  windowMs: number,
  now: number,
): Promise<{ count: number; windowEndsAt: number }> {
  const isOver = sql`${loginFailure.windowEndsAt} <= ${now}`;
  const [row] = await db
    .insert(loginFailure)
    .values({ key, count: 1, windowEndsAt: now + windowMs })
    .onConflictDoUpdate({
      target: loginFailure.key,
      set: {
        count: sql`CASE WHEN ${isOver} THEN 1 ELSE ${loginFailure.count} + 1 END`,
        windowEndsAt: sql`CASE WHEN ${isOver} THEN ${now + windowMs} ELSE ${loginFailure.windowEndsAt} END`,
      },
    })
    .returning();
  return row ?? { count: 1, windowEndsAt: now + windowMs };
}

export async function forgetTries(db: Database, key: string): Promise<void> {
  await db.delete(loginFailure).where(eq(loginFailure.key, key));
}
