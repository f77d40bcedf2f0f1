import { sql } from "drizzle-orm";
import type { Database } from "../database";

/**
 * Listings still in the channel's review and not read since `before` (epoch ms), longest ago first. Connections
 * take turns: one whose shop cannot be read keeps no other from being read.
 */
export async function staleReviews(
  db: Database,
  before: number,
  limit: number,
): Promise<{ connectionId: string; channelProductId: string; readAt: number }[]> {
  return db.all<{ connectionId: string; channelProductId: string; readAt: number }>(sql`
    SELECT connectionId, channelProductId, readAt FROM (
      SELECT listing.connection_id AS connectionId, channel_product_id AS channelProductId,
        listing.updated_at AS readAt,
        row_number() OVER (PARTITION BY listing.connection_id ORDER BY listing.updated_at) AS turn
      FROM listing INDEXED BY listing_review
      CROSS JOIN connection ON connection.id = listing.connection_id
      WHERE status = 'in_review' AND listing.updated_at < ${before}
        AND channel_product_id IS NOT NULL AND connection.state = 'active')
    ORDER BY turn, readAt LIMIT ${limit}`);
}
