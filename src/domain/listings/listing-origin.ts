/**
 * Who made a listing. "pushed": Weft did, and its content is Weft's; "mapped": the seller did, and
 * its content stays the seller's until a rule says otherwise. Stored names.
 */
export const LISTING_ORIGINS = ["pushed", "mapped"] as const;

export type ListingOrigin = (typeof LISTING_ORIGINS)[number];

/** Who made a product's listing; null where there is none, or none on the channel any more. */
export const listedAs = (
  listing: { origin: ListingOrigin; channelProductId: string | null } | null | undefined,
): ListingOrigin | null => (listing?.channelProductId ? listing.origin : null);

export const isMappedListing = (listing: Parameters<typeof listedAs>[0]): boolean =>
  listedAs(listing) === "mapped";
