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

/**
 * Codes of a product or variant as the store writes them, unchecked; one it does not hold is absent.
 */
export interface Identifiers {
  ean13?: string;
  upc?: string;
  isbn?: string;
  /** The maker's own number. */
  mpn?: string;
}

/** Name and description in one more language of the store, where they differ from its own. */
export interface TranslatedText {
  /** Language and region as the store names them: "fr-FR". */
  language: string;
  name: string;
  /** HTML as the shop stores it. */
  description: string;
}

/** One sellable combination; a simple product has exactly one, with id "0". */
export interface SourceVariant {
  /** Combination id, "0" for a simple product. */
  id: string;
  sku: string;
  barcode?: string;
  /** Missing where it holds none, and in products stored before module 0.3. */
  identifiers?: Identifiers;
  options: readonly VariantOption[];
  /** What a buyer pays now, tax and current discounts included, in minor units. */
  priceMinor: number;
  /** The price before discounts, tax included; equals `priceMinor` without a discount. */
  listPriceMinor: number;
  quantity: number;
  /** The fewest units that the store sells at once; missing: one. */
  minimumQuantity?: number;
  weightGrams: number;
  imageIds: readonly string[];
}

export interface SourceProduct {
  id: string;
  name: string;
  /** HTML as the shop stores it. */
  description: string;
  /**
   * Other languages of the store, in its order; missing where nothing differs, where the store does
   * not tell its languages, and in products stored before module 0.3.
   */
  texts?: readonly TranslatedText[];
  isActive: boolean;
  /** A download: nothing is sent. Missing in products stored before 0.3, like the next. */
  isVirtual?: boolean;
  /** The store shows it nowhere; its link, a pack or an order still can sell it. */
  isHidden?: boolean;
  /** Cannot be ordered without a text or a picture of the buyer's. */
  needsCustomisation?: boolean;
  brand?: string;
  /** Of the product itself, whatever its variants hold. */
  identifiers?: Identifiers;
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

/** What one unit of a variant costs now, tax included, in minor units. */
export interface PriceLevel {
  productId: string;
  variantId: string;
  /** With the discounts of this moment. */
  priceMinor: number;
  /** Without them; never less than `priceMinor`. */
  listPriceMinor: number;
}

/** "12:0", the key of a variant in stock and ledger rows. */
export function variantKey(productId: string, variantId: string): string {
  return `${productId}:${variantId}`;
}

/** The same of what names both. */
export const keyOfVariant = (of: { productId: string; variantId: string }): string =>
  variantKey(of.productId, of.variantId);
