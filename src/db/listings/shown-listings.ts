import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../database";
import { product } from "../schema/catalogue";
import { listing } from "../schema/listings";

/** Listings of a connection by the channel's ids, with the badges of their products. */
export function shownListingsOf(db: Database, connectionId: string) {
  return {
    /** One query; ids that no product stands behind are absent. */
    async list(channelProductIds: readonly string[]) {
      const { productId, channelProductId, origin, status, reasons } = listing;
      const ids = JSON.stringify(channelProductIds);
      const isOfProduct = and(
        eq(product.connectionId, listing.connectionId),
        eq(product.productId, listing.productId),
      );
      const rows = await db
        .select({
          productId,
          channelProductId,
          origin,
          status,
          reasons,
          syncState: product.syncState,
        })
        .from(listing)
        .innerJoin(product, isOfProduct)
        .where(
          and(
            eq(listing.connectionId, connectionId),
            sql`${channelProductId} IN (SELECT value FROM json_each(${ids}))`,
          ),
        );
      return rows.flatMap(({ channelProductId: id, ...row }) =>
        id === null ? [] : [{ ...row, channelProductId: id }],
      );
    },
  };
}
