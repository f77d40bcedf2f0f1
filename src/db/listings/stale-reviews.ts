import { sql } from "drizzle-orm";
import type { Database } from "../database";

/** Listings still in the channel's review and not read since `before` (epoch ms), longest ago first. */
export async function staleReviews(
  db: Database,
  before: number,
  limit: number,
): Promise<{ connectionId: string; channelProductId: string; readAt: number }[]> {
  return db.all<{ connectionId: string; channelProductId: string; readAt: number }>(sql`
    SELECT listing.connection_id AS connectionId, channel_product_id AS channelProductId,
      listing.updated_at AS readAt
    FROM listing INDEXED BY listing_review
    CROSS JOIN connection ON connection.id = listing.connection_id
    WHERE status = 'in_review' AND listing.updated_at < ${before}
      AND channel_product_id IS NOT NULL AND connection.state = 'active'
    ORDER BY listing.updated_at LIMIT ${limit}`);
}
