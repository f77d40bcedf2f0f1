import { sql } from "drizzle-orm";
import type { Database } from "../database";

/**
 * Connections whose checks were last compared before `idle`, or which have products left to check
 * that nobody has worked on since `silent` (both epoch ms), the longest waiting first.
 */
export async function listChecksDue(
  db: Database,
  before: { idle: number; silent: number },
  limit: number,
): Promise<string[]> {
  const rows = await db.all<{ id: string }>(sql`
    SELECT connection.id FROM connection
    LEFT JOIN check_progress AS progress ON progress.connection_id = connection.id
    WHERE connection.state <> 'setup' AND (
      progress.connection_id IS NULL OR progress.compared_at < ${before.idle}
      OR (progress.compared_at < ${before.silent} AND (
        EXISTS (SELECT 1 FROM product WHERE product.connection_id = connection.id
          AND (product.revision, product.product_id) > (progress.revision, progress.product_id))
        OR EXISTS (SELECT 1 FROM check_group
          WHERE check_group.connection_id = connection.id AND walked <> basis))))
    ORDER BY progress.compared_at LIMIT ${limit}`);
  return rows.map(({ id }) => id);
}
