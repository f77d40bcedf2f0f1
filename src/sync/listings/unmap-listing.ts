import { isMappedListing } from "../../domain/listings/listing-origin";
import type { ListingRecord, OfferRecord } from "../../domain/listings/listing-record";
import type { FoundListing } from "../../domain/listings/mapping-proposal";
import type { StoredProduct } from "../../domain/catalogue/product-record";
import { SyncError } from "../../domain/errors/sync-error";
import type { LedgerApi } from "../ledger-api";
import { followAll } from "./follow-all";

export interface UnmapListingDeps {
  products: { find(productId: string): Promise<StoredProduct | undefined> };
  listings: {
    find(productId: string): Promise<ListingRecord | undefined>;
    offersOf(productId: string): Promise<readonly OfferRecord[]>;
  };
  mapped: { remove(productId: string): Promise<void> };
  unmapped: { save(found: readonly FoundListing[], seenAt: number): Promise<void> };
  ledger: Pick<LedgerApi, "unbindOffers" | "readProductRules" | "setProductRules">;
  now(): number;
}

/**
 * Undoes a mapping: orders, stock and prices of the listing do not follow the product any more. The listing
 * stays on the channel as it is, and stands among those to be mapped again. Throws SyncError("merchant",
 * "mapping.not_mapped") for a product that has no listing, or one that Weft made, and ("retry",
 * "listing.busy") while it is being mapped.
 */
export async function unmapListing(deps: UnmapListingDeps, productId: string): Promise<void> {
  const listing = await deps.listings.find(productId);
  if (!listing || !isMappedListing(listing)) throw new SyncError("merchant", "mapping.not_mapped");
  if (listing.intentKey !== null && (listing.intentAt ?? 0) > deps.now())
    throw new SyncError("retry", "listing.busy");
  const offers = await deps.listings.offersOf(productId);
  const skuIds = offers.map(({ channelSkuId }) => channelSkuId);
  await deps.ledger.unbindOffers(skuIds, { endsLinks: true });
  await followAll(deps.ledger, productId);
  // Known before the link is gone, so that no push lists the product beside it.
  await deps.unmapped.save([await toFound(deps, listing, offers)], deps.now());
  await deps.mapped.remove(productId);
}

/** As it was mapped, until a search reads it again. */
async function toFound(
  { products }: UnmapListingDeps,
  { productId, channelProductId, status }: ListingRecord,
  offers: readonly OfferRecord[],
): Promise<FoundListing> {
  const product = await products.find(productId);
  return {
    channelProductId: channelProductId ?? "",
    title: product?.body.name ?? "",
    status,
    skus: offers.map(({ channelSkuId, sellerSku }) => ({ channelSkuId, sellerSku })),
    confidence: "likely",
    productId,
    matchedBy: "person",
    pairs: offers.map(({ channelSkuId, variantId }) => ({ channelSkuId, variantId })),
  };
}
