import { and, eq } from "drizzle-orm";
import type { Database } from "../database";
import { channelCategoryRule } from "../schema/categories";

/** The cached rules of a leaf and when they were read. */
export async function findRules(
  db: Database,
  connectionId: string,
  categoryId: string,
): Promise<{ body: unknown; readAt: number } | undefined> {
  const [row] = await db
    .select()
    .from(channelCategoryRule)
    .where(
      and(
        eq(channelCategoryRule.connectionId, connectionId),
        eq(channelCategoryRule.categoryId, categoryId),
      ),
    );
  return row;
}

export async function saveRules(
  db: Database,
  connectionId: string,
  categoryId: string,
  body: unknown,
  now: number,
): Promise<void> {
  await db
    .insert(channelCategoryRule)
    .values({ connectionId, categoryId, body, readAt: now })
    .onConflictDoUpdate({
      target: [channelCategoryRule.connectionId, channelCategoryRule.categoryId],
      set: { body, readAt: now },
    });
}
