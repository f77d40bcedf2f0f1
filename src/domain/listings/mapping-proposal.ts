/** What Weft makes of a listing that no product stands for. Stored names. */

/**
 * "sure": every SKU of the listing is one variant of one product; "likely": some are, or only the
 * names agree; "none": nothing in the store fits.
 */
export const MAPPING_CONFIDENCES = ["sure", "likely", "none"] as const;
export type MappingConfidence = (typeof MAPPING_CONFIDENCES)[number];

/** What a pair rests on; "person": somebody chose it. */
export const MATCHED_BY = ["sku", "barcode", "title", "person"] as const;
export type MatchedBy = (typeof MATCHED_BY)[number];

/** A SKU of the channel, and the variant it stands for. */
export interface MappedPair {
  channelSkuId: string;
  variantId: string;
}

export interface MappingProposal {
  productId: string;
  confidence: Exclude<MappingConfidence, "none">;
  matchedBy: MatchedBy;
  /** May leave out SKUs of the listing, and variants of the product. */
  pairs: readonly MappedPair[];
}

/** A SKU of a listing as the channel shows it. */
export interface ListedSku {
  channelSkuId: string;
  /** "": it has none. */
  sellerSku: string;
  barcode?: string;
  /** Absent where the channel did not tell. */
  priceMinor?: number;
  currency?: string;
  quantity?: number;
}

/** A listing of the shop that no product of the connection stands for. */
export interface UnmappedListing {
  channelProductId: string;
  title: string;
  status: string;
  skus: readonly ListedSku[];
}

/** A listing with what a search made of it. */
export interface FoundListing extends UnmappedListing {
  confidence: MappingConfidence;
  /** The proposed product; null: nothing fits. */
  productId: string | null;
  matchedBy: MatchedBy | null;
  pairs: readonly MappedPair[];
}
