import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Database } from "../database";
import { listing } from "../schema/listings";

/** The state of each listing that the channel has, by product id. */
export async function listingStates(
  db: Database,
  connectionId: string,
  productIds: readonly string[],
): Promise<Map<string, { status: string }>> {
  const rows = await db
    .select({ productId: listing.productId, status: listing.status })
    .from(listing)
    .where(
      and(
        eq(listing.connectionId, connectionId),
        isNotNull(listing.channelProductId),
        sql`${listing.productId} IN (SELECT value FROM json_each(${JSON.stringify(productIds)}))`,
      ),
    );
  return new Map(rows.map(({ productId, status }) => [productId, { status }]));
}
