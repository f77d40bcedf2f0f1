/** The catalogue in our words: what a source store sells, before any channel is thought of. */

export interface SourceImage {
  /** The source's own id of the picture. */
  id: string;
  /** Where the bytes can be fetched without a key. */
  url: string;
}

export interface VariantOption {
  /** "Size" */
  name: string;
  /** "M" */
  value: string;
}

/** One sellable combination; a simple product has exactly one, with id "0". */
export interface SourceVariant {
  /** Combination id, "0" for a simple product. */
  id: string;
  sku: string;
  barcode?: string;
  options: readonly VariantOption[];
  /** What a buyer pays now, tax and current discounts included, in minor units. */
  priceMinor: number;
  /** The price before discounts, tax included; equals `priceMinor` without a discount. */
  listPriceMinor: number;
  quantity: number;
  weightGrams: number;
  imageIds: readonly string[];
}

export interface SourceProduct {
  id: string;
  name: string;
  /** HTML as the shop stores it. */
  description: string;
  isActive: boolean;
  brand?: string;
  /** Default category; absent when the shop has none. */
  categoryId?: string;
  currency: string;
  images: readonly SourceImage[];
  features: readonly { name: string; value: string }[];
  /** Millimetres and grams; 0 where the shop holds none. */
  lengthMm: number;
  widthMm: number;
  heightMm: number;
  weightGrams: number;
  variants: readonly SourceVariant[];
  /** What the shop says, as epoch ms UTC. */
  updatedAt: number;
  createdAt: number;
}

export interface SourceCategory {
  id: string;
  parentId?: string;
  name: string;
  /** "Home > Clothes > Men" without the technical root. */
  path: string;
  isActive: boolean;
}

/** Absolute stock of one variant as the source reports it. */
export interface StockLevel {
  productId: string;
  variantId: string;
  quantity: number;
}

/** "12:0", the key of a variant in stock and ledger rows. */
export function variantKey(productId: string, variantId: string): string {
  return `${productId}:${variantId}`;
}
