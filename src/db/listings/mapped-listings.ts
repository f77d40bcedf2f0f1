/** Listings that the seller made and that stand for a product. Who may map what is decided elsewhere. */
import { and, eq } from "drizzle-orm";
import type { MappedRecord } from "../../domain/listings/listing-record";
import type { Database } from "../database";
import { inOneTransaction } from "../in-one-transaction";
import { listing, offer } from "../schema/listings";
import { checkAgain, replaceOffers, setSyncState } from "./listing-writes";

/** `now` stamps the rows, epoch ms. */
export function mappedListingsOf(db: Database, connectionId: string, now: () => number) {
  const isOf = (productId: string) =>
    and(eq(listing.connectionId, connectionId), eq(listing.productId, productId));
  return {
    /** The listing stands for the product, whose row somebody has claimed; the claim goes on. */
    async save(productId: string, mapped: MappedRecord): Promise<void> {
      const updatedAt = now();
      const { channelProductId, status, syncState } = mapped;
      const origin = "mapped" as const;
      await inOneTransaction(db, [
        db
          .update(listing)
          .set({
            channelProductId,
            status,
            origin,
            reasons: [],
            sent: null,
            sentHash: null,
            updatedAt,
          })
          .where(isOf(productId)),
        ...replaceOffers(connectionId, productId, mapped, updatedAt),
        setSyncState(connectionId, productId, syncState),
        checkAgain(connectionId, productId),
      ]);
    },

    /** Neither the listing nor its SKUs stand for the product any more. */
    async remove(productId: string): Promise<void> {
      await inOneTransaction(db, [
        db
          .delete(offer)
          .where(and(eq(offer.connectionId, connectionId), eq(offer.productId, productId))),
        db.delete(listing).where(isOf(productId)),
        setSyncState(connectionId, productId, "not_synced"),
        checkAgain(connectionId, productId),
      ]);
    },
  };
}
