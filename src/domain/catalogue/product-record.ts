import type { SyncState } from "../listings/apply-report";
import type { ListingDetails } from "../listings/listing-details";
import { productSearchText } from "./product-search";
import type { SourceProduct } from "./source-product";

/** A product ready to store: what lists show and search, besides the whole product itself. */
export interface ProductRecord {
  productId: string;
  name: string;
  imageUrl: string | null;
  /** All SKUs joined by a space. */
  skus: string;
  /** What the product is found by, folded. */
  searchText: string;
  priceMinMinor: number;
  priceMaxMinor: number;
  currency: string;
  stockTotal: number;
  sourceCategoryId: string | null;
  isActive: boolean;
  body: SourceProduct;
  contentHash: string;
  sourceUpdatedAt: number;
}

export function toProductRecord(product: SourceProduct, contentHash: string): ProductRecord {
  const prices = product.variants.map((variant) => variant.priceMinor);
  return {
    productId: product.id,
    name: product.name,
    imageUrl: product.images[0]?.url ?? null,
    skus: product.variants
      .map((variant) => variant.sku.trim())
      .filter(Boolean)
      .join(" "),
    searchText: productSearchText(product),
    priceMinMinor: prices.length > 0 ? Math.min(...prices) : 0,
    priceMaxMinor: prices.length > 0 ? Math.max(...prices) : 0,
    currency: product.currency,
    // A variant sold beyond its stock does not use up what others have.
    stockTotal: product.variants.reduce((sum, variant) => sum + Math.max(0, variant.quantity), 0),
    sourceCategoryId: product.categoryId ?? null,
    isActive: product.isActive,
    body: product,
    contentHash,
    sourceUpdatedAt: product.updatedAt,
  };
}

/** A product as kept: what the store said and what the merchant decided for it. */
export interface StoredProduct {
  productId: string;
  body: SourceProduct;
  sourceCategoryId: string | null;
  /** The product's own category on the channel; null: that of its source category. */
  channelCategoryId: string | null;
  details: ListingDetails;
  /** Set while the store does not have it, epoch ms. */
  deletedAt: number | null;
  syncState: SyncState;
  /** When the store was asked for what the record shows, stock and prices included; epoch ms. */
  updatedAt: number;
}
