/** What a channel shows of a listing, and edits of a part of it, free of vendor terms. */
import type { CertificateFile, ListingDraft, ListingStatus, SentListing } from "./channel-listing";

/** A picture as the channel keeps it; `uri` is what a draft refers to it by. */
export interface ContentImage {
  uri: string;
  url: string;
}

/** A value of a SKU's option; ids are the channel's, "" where it has none. */
export interface ContentOption {
  id: string;
  name: string;
  valueId: string;
  value: string;
  imageUri?: string;
}

export interface ContentSku {
  channelSkuId: string;
  sellerSku: string;
  /** Our id of the variant, absent on a SKU that nobody of us made. */
  externalId?: string;
  barcode?: string;
  options: readonly ContentOption[];
  /** The display price before discounts, absent while the channel shows none. */
  price?: { minor: number; currency: string };
  stock: readonly { warehouseId: string; quantity: number }[];
  /** False: this one SKU is switched off, by the seller or the channel. */
  isOnSale: boolean;
}

export interface ContentCertificate {
  id: string;
  title: string;
  files: readonly CertificateFile[];
  /** Epoch ms. */
  expiresAt?: number;
}

export interface ListingContent {
  channelProductId: string;
  status: ListingStatus;
  /** An edit waits for its review; buyers see the version before it. */
  isInReview: boolean;
  externalId?: string;
  title: string;
  descriptionHtml: string;
  /** The leaf; "" where the channel names none. */
  categoryId: string;
  brand?: { id: string; name: string };
  images: readonly ContentImage[];
  attributes: readonly {
    id: string;
    name: string;
    values: readonly { id?: string; name: string }[];
  }[];
  /** Converted from the market's units and rounded; a measure that is missing was not given. */
  package: { weightGrams?: number; lengthMm?: number; widthMm?: number; heightMm?: number };
  /** Absent where the channel shows none. */
  minimumQuantity?: number;
  /** A template is made in the seller's own pages and cannot be sent as a picture. */
  sizeChart?: { kind: "image"; uri: string } | { kind: "template"; id: string };
  certificates: readonly ContentCertificate[];
  manufacturerIds: readonly string[];
  responsiblePersonIds: readonly string[];
  skus: readonly ContentSku[];
}

/** The parts of a draft that can be edited, by their names there. */
export type ListingField =
  | "title"
  | "descriptionHtml"
  | "categoryId"
  | "brandId"
  | "imageUris"
  | "attributes"
  | "package"
  | "minimumQuantity"
  | "sizeChartUri"
  | "certificates"
  | "manufacturerIds"
  | "responsiblePersonIds"
  | "skus";

/**
 * The fields to change, each replaced as a whole; what is absent stays. An empty value asks for a
 * field to be cleared, which a channel may take in a full edit only.
 */
export type ListingChange = Partial<Pick<ListingDraft, Exclude<ListingField, "skus">>> & {
  skus?: Pick<ListingDraft, "skus" | "currency" | "warehouseId" | "retiredSkuIds" | "kept">;
};

/** Stock and price of one SKU. */
export interface OfferReading {
  channelSkuId: string;
  sellerSku: string;
  /** Absent where the channel gives no price in this reading. */
  price?: { minor: number; currency: string };
  /** `available` can still be bought, `committed` is held by orders that are not shipped. */
  stock: readonly { warehouseId: string; available: number; committed: number }[];
}

export interface ListingOffers {
  channelProductId: string;
  /** Title and status come with a walk over the whole shop only. */
  title?: string;
  status?: ListingStatus;
  skus: readonly OfferReading[];
}

export interface OffersPage {
  listings: readonly ListingOffers[];
  /** Absent at the end. */
  next?: string;
}

/** Reading listings back and changing parts of them. */
export interface ListingContentCalls {
  /**
   * The listing as buyers see it (`shown`) or, `pending`, the edit in review where there is one.
   * Undefined when the channel, or this shop, does not know the id.
   */
  readContent(
    channelProductId: string,
    version?: "shown" | "pending",
  ): Promise<ListingContent | undefined>;
  /**
   * Edits the named fields and leaves all others. Throws SyncError("defect", "*.full_edit_needed")
   * with the `fields` that take a full edit. SKUs as in a full edit: those of others stay. `skus`
   * of the answer are those of the change. The key is the same for every try of one intent.
   */
  editListing(
    channelProductId: string,
    change: ListingChange,
    idempotencyKey: string,
  ): Promise<SentListing>;
  /**
   * Stock by listing ids (unknown ids are absent; no prices), or one page of a walk over the whole
   * shop with stock and prices. At most one request for 100 ids, at most two for a page.
   */
  readOffers(asked: readonly string[] | { cursor?: string }): Promise<OffersPage>;
}
