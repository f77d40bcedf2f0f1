/**
 * One product of the store in our words. Pure: rows in, product out; it knows no request.
 * Prices come tax-inclusive from the store itself, so no tax rule is repeated here.
 */
import {
  variantKey,
  type PriceLevel,
  type SourceProduct,
  type SourceVariant,
  type VariantOption,
} from "../../domain/catalogue/source-product";
import type { PairsById } from "./dictionary";
import { count, flag, linked, text, localized, translated, type Row } from "./json";
import { listPriceOf, priceOf } from "./price-of";
import type { ProductFacts } from "./store-memory";
import { toInstant } from "./time";

export interface ProductParts {
  shopUrl: string;
  facts: ProductFacts;
  options: PairsById;
  features: PairsById;
  /** Combinations of this product in the order of their ids. */
  combinations: readonly Row[];
  /** Quantity by combination id, "0" for the product itself. */
  quantities: ReadonlyMap<string, number>;
  /** What the store itself computed, by `variantKey`; absent where the rows tell their prices. */
  prices?: ReadonlyMap<string, PriceLevel>;
}

export function toSourceProduct(row: Row, parts: ProductParts): SourceProduct {
  const { facts } = parts;
  const images = imageIdsOf(row);
  const brand = text(row, "manufacturer_name");
  const categoryId = text(row, "id_category_default");
  return {
    id: text(row, "id"),
    ...ownText(row, facts.languageId),
    ...textsOf(row, facts),
    isActive: isOnSale(row),
    ...(flag(row, "is_virtual") ? { isVirtual: true } : {}),
    ...(text(row, "visibility") === "none" ? { isHidden: true } : {}),
    // 1: the buyer may add something; 2: must.
    ...(text(row, "customizable") === "2" ? { needsCustomisation: true } : {}),
    ...identifiersOf(row),
    ...(brand === "" || brand === "false" ? {} : { brand }),
    ...(categoryId === "" || categoryId === "0" ? {} : { categoryId }),
    currency: facts.currency,
    images: images.map((id) => ({ id, url: imageUrl(parts.shopUrl, id) })),
    features: linked(row, "product_features").flatMap((link) => {
      const pair = parts.features.get(text(link, "id_feature_value"));
      return pair ? [pair] : [];
    }),
    lengthMm: measure(row, "depth", facts.mmPerUnit),
    widthMm: measure(row, "width", facts.mmPerUnit),
    heightMm: measure(row, "height", facts.mmPerUnit),
    weightGrams: measure(row, "weight", facts.gramsPerUnit),
    variants: variantsOf(row, parts),
    updatedAt: toInstant(text(row, "date_upd"), facts.timeZone),
    createdAt: toInstant(text(row, "date_add"), facts.timeZone),
  };
}

/** The shop's order by position, but its cover, which may stand anywhere, leads. */
function imageIdsOf(row: Row): string[] {
  const ids = linked(row, "images").map((image) => text(image, "id"));
  const coverId = text(row, "id_default_image");
  return ids.includes(coverId) ? [coverId, ...ids.filter((id) => id !== coverId)] : ids;
}

/** State 0 is a draft that the back office does not even list. */
function isOnSale(row: Row): boolean {
  const isDraft = text(row, "state") === "0";
  return flag(row, "active") && flag(row, "available_for_order") && !isDraft;
}

function variantsOf(row: Row, parts: ProductParts): readonly SourceVariant[] {
  if (parts.combinations.length === 0) return [toVariant(row, row, "0", [], parts)];
  return parts.combinations.map((combination) => {
    const options = linked(combination, "product_option_values").flatMap((link) => {
      const pair = parts.options.get(text(link, "id"));
      return pair ? [pair] : [];
    });
    return toVariant(combination, row, text(combination, "id"), options, parts);
  });
}

function toVariant(
  own: Row,
  product: Row,
  id: string,
  options: readonly VariantOption[],
  parts: ProductParts,
): SourceVariant {
  const { facts, quantities } = parts;
  const barcode = ["ean13", "upc", "isbn"].map((field) => text(own, field)).find(Boolean);
  // A combination's weight is what it adds to the product's.
  const minimum = count(own, "minimal_quantity");
  const addedGrams = own === product ? 0 : measure(own, "weight", facts.gramsPerUnit);
  return {
    id,
    sku: text(own, "reference"),
    ...(barcode ? { barcode } : {}),
    ...identifiersOf(own),
    options,
    ...priceIn(parts, own, variantKey(text(product, "id"), id)),
    quantity: quantities.get(id) ?? 0,
    ...(minimum > 1 ? { minimumQuantity: minimum } : {}),
    weightGrams: measure(product, "weight", facts.gramsPerUnit) + addedGrams,
    imageIds: linked(own, "images").map((image) => text(image, "id")),
  };
}

/** Throws where the store was asked and told none: a product without a price would be another one. */
function priceIn({ facts, prices }: ProductParts, own: Row, key: string) {
  if (!prices) return { priceMinor: priceOf(own, facts), listPriceMinor: listPriceOf(own, facts) };
  const level = prices.get(key);
  if (!level) throw new RangeError("no price");
  return { priceMinor: level.priceMinor, listPriceMinor: level.listPriceMinor };
}

/** What other languages say, where it differs from the store's own; untranslated ones are no texts. */
function textsOf(row: Row, { languageId, languages = [] }: ProductFacts) {
  const own = ownText(row, languageId);
  const texts = languages
    .map(({ id, code }) => ({
      language: code,
      name: translated(row, "name", id) || own.name,
      description:
        translated(row, "description", id) ||
        translated(row, "description_short", id) ||
        own.description,
    }))
    .filter(({ name, description }) => name !== own.name || description !== own.description);
  return texts.length > 0 ? { texts } : {};
}

function ownText(row: Row, languageId: string) {
  return {
    name: localized(row, "name", languageId),
    description:
      localized(row, "description", languageId) || localized(row, "description_short", languageId),
  };
}

const CODES = ["ean13", "upc", "isbn", "mpn"] as const;

/** Versions before 1.7.7 know no MPN. */
function identifiersOf(row: Row): Pick<SourceVariant, "identifiers"> {
  const held = CODES.map((code) => [code, text(row, code)] as const).filter(([, said]) => said);
  return held.length > 0 ? { identifiers: Object.fromEntries(held) } : {};
}

function measure(row: Row, field: string, unit: number): number {
  const value = Number(text(row, field));
  return Number.isFinite(value) ? Math.round(value * unit) : 0;
}

/** The original picture, public without a key: the digits of its id are its folders. */
function imageUrl(shopUrl: string, id: string): string {
  return `${shopUrl}/img/p/${id.split("").join("/")}/${id}.jpg`;
}

/** Rows by the product they belong to, each group in the order of its ids. */
export function byProduct(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows.toSorted((a, b) => count(a, "id") - count(b, "id"))) {
    const key = text(row, "id_product");
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
