import { isMappedListing } from "../../domain/listings/listing-origin";
import type { ListingRecord, OfferRecord } from "../../domain/listings/listing-record";
import { SyncError } from "../../domain/errors/sync-error";
import type { LedgerApi } from "../ledger-api";

export interface UnmapListingDeps {
  listings: {
    find(productId: string): Promise<ListingRecord | undefined>;
    offersOf(productId: string): Promise<readonly OfferRecord[]>;
  };
  mapped: { remove(productId: string): Promise<void> };
  ledger: Pick<LedgerApi, "unbindOffers" | "readProductRules" | "setProductRules">;
}

/**
 * Undoes a mapping: orders, stock and prices of the listing do not follow the product any more. The listing
 * stays on the channel as it is, and the next search finds it again. Throws SyncError("merchant",
 * "mapping.not_mapped") for a product that has no listing, or one that Weft made.
 */
export async function unmapListing(deps: UnmapListingDeps, productId: string): Promise<void> {
  const listing = await deps.listings.find(productId);
  if (!isMappedListing(listing)) throw new SyncError("merchant", "mapping.not_mapped");
  const offers = await deps.listings.offersOf(productId);
  await deps.ledger.unbindOffers(offers.map(({ channelSkuId }) => channelSkuId));
  // A later listing of the product is Weft's own, and follows the store in all.
  const [rule] = await deps.ledger.readProductRules([productId]);
  if (rule)
    await deps.ledger.setProductRules([
      { productId, rule: { ...rule, sendsStock: true, sendsPrice: true } },
    ]);
  await deps.mapped.remove(productId);
}
