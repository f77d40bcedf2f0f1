/**
 * The content of a listing by field, as Weft wants it and as the channel accepted it last. Stock and
 * prices are no content: the ledger sends them.
 */
import type { StockedPlan } from "../stock/offer-stock";
import type { ListingPlan } from "./listing-plan";
import type { PackageSize } from "./listing-rules";

export interface ContentValues {
  title: string;
  description: string;
  category: string;
  brand: string | null;
  /** Source addresses in the order of the gallery. */
  images: readonly string[];
  attributes: ListingPlan["attributes"];
  packageWeight: number;
  /** Null: the store and the merchant say none. */
  packageSize: PackageSize | null;
  /** Null: one. */
  minimumQuantity: number | null;
  sizeChart: string | null;
  certificates: NonNullable<ListingPlan["certificates"]>;
  manufacturers: readonly string[];
  responsiblePersons: readonly string[];
  skus: readonly {
    variantId: string;
    sellerSku: string;
    options: readonly { name: string; value: string }[];
  }[];
  /** Source address by value of the first option. */
  optionImages: readonly { value: string; url: string }[];
  barcodes: readonly { variantId: string; barcode: string }[];
}

/** Stored names. */
export type ContentField = keyof ContentValues;

export const CONTENT_FIELDS = [
  "title",
  "description",
  "category",
  "brand",
  "images",
  "attributes",
  "packageWeight",
  "packageSize",
  "minimumQuantity",
  "sizeChart",
  "certificates",
  "manufacturers",
  "responsiblePersons",
  "skus",
  "optionImages",
  "barcodes",
] as const satisfies readonly ContentField[];

/** Fields that a channel knows as parts of its SKUs: it takes all of them or none. */
export type SkuField = "skus" | "optionImages" | "barcodes";

export const isSkuField = (field: ContentField): field is SkuField =>
  field === "skus" || field === "optionImages" || field === "barcodes";

/** The hash of a field that says nothing. */
export const EMPTY_HASH = "";

export interface SentField<Value = unknown> {
  hash: string;
  /** Absent of a description, which may be long. */
  value?: Value;
  /** Of a description: the hash of its words, which a channel leaves alone where it writes its markup anew. */
  textHash?: string;
}

/** By field; absent: unknown, or never sent by Weft. */
export type SentContent = {
  readonly [Field in ContentField]?: SentField<ContentValues[Field]>;
} & {
  /** What the channel calls the pictures of `images`, where that is known. */
  readonly imageUris?: readonly string[];
};

/** The same with nothing left open. */
export type WantedContent = Required<Omit<SentContent, "imageUris">>;

export function contentOf(plan: StockedPlan): ContentValues {
  const pictured = plan.skus.flatMap(({ options }) =>
    options.flatMap(({ value, imageUrl }) => (imageUrl ? [[value, imageUrl] as const] : [])),
  );
  const { weightGrams, ...size } = plan.package;
  return {
    title: plan.title,
    description: plan.descriptionHtml,
    category: plan.categoryId,
    brand: plan.brandId ?? null,
    images: plan.imageUrls,
    attributes: plan.attributes,
    packageWeight: weightGrams,
    packageSize: size.lengthMm > 0 ? size : null,
    minimumQuantity: plan.minimumQuantity ?? null,
    sizeChart: plan.sizeChartUri ?? null,
    certificates: plan.certificates ?? [],
    manufacturers: plan.manufacturerIds ?? [],
    responsiblePersons: plan.responsiblePersonIds ?? [],
    skus: plan.skus.map(({ variantId, sellerSku, options }) => ({
      variantId,
      sellerSku,
      options: options.map(({ name, value }) => ({ name, value })),
    })),
    optionImages: [...new Map(pictured)].map(([value, url]) => ({ value, url })),
    barcodes: plan.skus.flatMap(({ variantId, barcode }) =>
      barcode ? [{ variantId, barcode }] : [],
    ),
  };
}

/** True of what a channel shows as nothing: no brand, no attributes. */
export function isEmptyValue(value: ContentValues[ContentField]): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** Fields that earlier versions never sent: a listing of theirs has none of it, rather than something unknown. */
const NEVER_SENT: SentContent = { minimumQuantity: { hash: EMPTY_HASH, value: null } };

/** Sent content as stored; null where nothing is known, as in rows of 0.2. */
export function toSentContent(stored: unknown): SentContent | null {
  return typeof stored === "object" && stored !== null && !Array.isArray(stored)
    ? { ...NEVER_SENT, ...stored }
    : null;
}

/** What 0.2 made its one hash of. */
export function legacyContent(plan: StockedPlan): unknown {
  return {
    ...plan,
    skus: plan.skus.map(({ quantity: _quantity, priceMinor: _price, ...content }) => content),
  };
}
