/**
 * Who made a listing. "pushed": Weft did, and its content is Weft's; "mapped": the seller did, and
 * its content stays the seller's until a rule says otherwise. Stored names.
 */
export const LISTING_ORIGINS = ["pushed", "mapped"] as const;

export type ListingOrigin = (typeof LISTING_ORIGINS)[number];

/** False where there is no listing, or none on the channel any more. */
export const isMappedListing = (
  listing: { origin: ListingOrigin; channelProductId: string | null } | null | undefined,
): boolean => listing?.origin === "mapped" && listing.channelProductId !== null;
