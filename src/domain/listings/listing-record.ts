/** What is kept of a product's listing and offers, in the shapes use cases and repositories share. */
import type { Reason } from "../errors/reason";
import type { SyncState } from "./apply-report";
import type { ListingOrigin } from "./listing-origin";
import type { SoldAs } from "./made-anew";
import type { SentContent } from "./sent-content";

export interface ListingRecord {
  productId: string;
  /** Null until the channel made the listing. */
  channelProductId: string | null;
  status: string;
  /** The status as the channel names it. */
  rawStatus: string;
  reasons: readonly Reason[];
  origin: ListingOrigin;
  /** The content the channel accepted last; null: unknown. */
  sent: SentContent | null;
  /** Up to 0.2 the one hash of that content; null since `sent` is known. */
  sentHash: string | null;
  /** Key of the send under way; stays until it is known whether the call took effect. */
  intentKey: string | null;
  /** The send's claim ends then, epoch ms. */
  intentAt: number | null;
}

/** A variant as published. */
export interface OfferRecord {
  variantId: string;
  channelSkuId: string;
  sellerSku: string;
}

/** A variant as published now. */
export interface SentOffer extends OfferRecord {
  soldAs: SoldAs | null;
}

/** A claim on a listing: it is ours while the row still holds both. */
export interface ListingClaim {
  intentKey: string;
  /** Epoch ms. */
  heldUntil: number;
}

/** What the channel answered to a send; `sent` null: listing known, content not yet sent. */
export interface SentRecord {
  channelProductId: string;
  status: string;
  sent: SentContent | null;
  offers: readonly SentOffer[];
  /** SKUs that stay linked as they are; absent: none. */
  staying?: readonly string[];
}

/** A listing of the seller's that stands for a product from now on. */
export interface MappedRecord {
  channelProductId: string;
  status: string;
  syncState: SyncState;
  offers: readonly SentOffer[];
}

/** What the channel shows of a listing, and the badge that follows from it. */
export interface ReportRecord {
  status: string;
  rawStatus: string;
  reasons: readonly Reason[];
  syncState: SyncState;
}
