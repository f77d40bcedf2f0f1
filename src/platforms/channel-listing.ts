/** A listing on its way to a channel and as the channel reports it, without vendor words. */
import type { ContentField } from "../domain/listings/sent-content";

export interface ListingSku {
  /** Set when the offer exists on the channel already. */
  channelSkuId?: string;
  /** Our id of the variant, echoed in answers. */
  externalId: string;
  sellerSku: string;
  barcode?: string;
  options: readonly { name: string; value: string; imageUri?: string }[];
  priceMinor: number;
  quantity: number;
}

/** A file that proves something, as the channel keeps it after its upload. */
export type CertificateFile =
  | { kind: "image"; uri: string }
  | { kind: "pdf"; id: string; name: string };

/** A certificate of one kind; the kinds of a category are in its rules. */
export interface ListingCertificate {
  /** The kind's id. */
  id: string;
  files: readonly CertificateFile[];
  /** Epoch ms; kinds with `needsExpiry` are refused without. */
  expiresAt?: number;
}

/** A listing ready to send: every picture is uploaded, every rule was checked before. */
export interface ListingDraft {
  title: string;
  descriptionHtml: string;
  categoryId: string;
  brandId?: string;
  sizeChartUri?: string;
  imageUris: readonly string[];
  attributes: readonly { id: string; values: readonly { id?: string; name?: string }[] }[];
  package: { weightGrams: number; lengthMm: number; widthMm: number; heightMm: number };
  /** The fewest units of one order. Absent: an edit leaves the one that the listing has. */
  minimumQuantity?: number;
  currency: string;
  skus: readonly ListingSku[];
  warehouseId: string;
  /**
   * Registered parties that categories with `needsManufacturer`/`needsResponsiblePerson` ask for.
   * Absent: an edit leaves those that the listing has.
   */
  manufacturerIds?: readonly string[];
  responsiblePersonIds?: readonly string[];
  /** Absent: an edit leaves those that the listing has. */
  certificates?: readonly ListingCertificate[];
  /**
   * Offers of ours that go with this edit, by their id on the channel. An edit keeps every other
   * SKU of the listing, named in `skus` or not: it belongs to somebody else.
   */
  retiredSkuIds?: readonly string[];
  /**
   * Fields of texts, pictures and SKUs that an edit leaves as the channel shows them, whatever the draft says
   * of them. With "skus" none is added, and of each its barcode alone is the draft's.
   */
  kept?: readonly ContentField[];
  /** Only of a new listing: it is kept for the seller to put on sale, and its SKUs go without stock. */
  isDraft?: boolean;
  /** Our id of the product, the natural key on the channel. */
  externalId: string;
  /** The same for every try of one intent. */
  idempotencyKey: string;
}

export interface SentListing {
  channelProductId: string;
  skus: readonly { externalId: string; channelSkuId: string; sellerSku: string }[];
  warnings: readonly string[];
}

export type ListingStatus =
  | "draft"
  | "in_review"
  | "live"
  | "rejected"
  | "paused"
  | "blocked"
  | "removed";

/** What a search by SKUs found. */
export interface FoundBySku {
  ours?: ListingReport;
  /** Ids of listings that have one of the SKUs and that somebody else made. */
  others: readonly string[];
}

export interface ListingReport {
  channelProductId: string;
  status: ListingStatus;
  /** The vendor's own word, for the status column. */
  rawStatus: string;
  /** What the audit said, in the platform's words. */
  reasons: readonly string[];
  externalId?: string;
  skus: readonly {
    channelSkuId: string;
    sellerSku: string;
    externalId?: string;
    quantity?: number;
    priceMinor?: number;
  }[];
}

/** Listings to page through: those changed at that moment (epoch ms) or later, or all in review. */
export type ListingQuery = { changedSince: number } | { status: "in_review" };

/** A listing as a page of many says what it is. */
export interface PagedListing {
  channelProductId: string;
  status: ListingStatus;
  rawStatus: string;
  /** What the channel says of its review, as far as a page names it. */
  reasons: readonly string[];
  /** Last change, by the channel's clock; epoch ms, in whole seconds. */
  changedAt: number;
  /** False: what more there is to say, such as the reasons of a refusal, `readListing` answers only. */
  isWhole: boolean;
}

export interface ListingPage {
  listings: readonly PagedListing[];
  /** Cursor of the next page; absent: this was the last. */
  next?: string;
}
