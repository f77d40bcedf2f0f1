/**
 * Decides whether a product can be listed and what the listing says; on refusal every reason at
 * once. It knows neither stock nor uploaded pictures: those are added right before sending.
 */
import type { SourceProduct } from "../catalogue/source-product";
import { cleanHtml } from "./clean-html";
import { cleanTitle } from "./clean-title";
import type {
  AttributeValues,
  ListingAttribute,
  ListingCategory,
  ListingDetails,
  ListingRules,
  PackageMeasures,
} from "./listing-rules";
import type { MarketLimits } from "./market";
import { planAttributes } from "./plan-attributes";
import { planVariants, type PlannedSku } from "./plan-variants";
import { preflight } from "./preflight";
import type { Reason } from "../errors/reason";

export interface ListingInput {
  product: SourceProduct;
  isDeleted: boolean;
  /** Undefined while neither the product nor its source category has one. */
  category: ListingCategory | undefined;
  /** Undefined without a category. */
  rules: ListingRules | undefined;
  attributes: readonly ListingAttribute[];
  details: ListingDetails;
  packageDefaults: PackageMeasures | null;
  /** What the market accepts; undefined for a market nothing is known of: the channel then decides alone. */
  limits: MarketLimits | undefined;
  warehouseId: string;
}

export interface ListingPlan {
  title: string;
  descriptionHtml: string;
  categoryId: string;
  brandId?: string;
  sizeChartUri?: string;
  /** Source addresses in the order of the gallery. */
  imageUrls: readonly string[];
  attributes: readonly AttributeValues[];
  package: PackageMeasures;
  currency: string;
  warehouseId: string;
  skus: readonly PlannedSku[];
}

export type PlanAnswer =
  | { isReady: true; plan: ListingPlan }
  | { isReady: false; reasons: Reason[] };

/** A channel's gallery holds nine pictures; more are left out. */
export const MAX_IMAGES = 9;

export function planListing(input: ListingInput): PlanAnswer {
  const draft = draftListing(input);
  const reasons = preflight(input, draft);
  return reasons.length > 0 || !input.category
    ? { isReady: false, reasons }
    : { isReady: true, plan: { ...draft.plan, categoryId: input.category.id } };
}

export interface ListingDraftParts {
  plan: Omit<ListingPlan, "categoryId">;
  missingAttributes: string[];
}

function draftListing({ product, ...input }: ListingInput): ListingDraftParts {
  const title = cleanTitle(product.name);
  const { filled, missing } = planAttributes(input.attributes, input.details, product.features);
  return {
    missingAttributes: missing,
    plan: {
      title,
      // A channel demands a description; a product without one is described by its name.
      descriptionHtml: cleanHtml(product.description) || (title && `<p>${escape(title)}</p>`),
      ...(input.details.brandId ? { brandId: input.details.brandId } : {}),
      ...planSizeChart(input),
      imageUrls: [...new Set(product.images.map((image) => image.url))].slice(0, MAX_IMAGES),
      attributes: filled,
      package: planPackage(product, input.packageDefaults),
      currency: product.currency,
      warehouseId: input.warehouseId,
      skus: planVariants(product),
    },
  };
}

/** Left out where the category takes none. */
function planSizeChart({ details, rules }: Omit<ListingInput, "product">) {
  const isTaken = rules !== undefined && rules.sizeChart !== "none";
  return isTaken && details.sizeChartUri ? { sizeChartUri: details.sizeChartUri } : {};
}

/** The parcel: the heaviest variant, and the product's measures only when all three are known. */
export function planPackage(
  product: SourceProduct,
  defaults: PackageMeasures | null,
): PackageMeasures {
  const { lengthMm, widthMm, heightMm } = product;
  const isMeasured = lengthMm > 0 && widthMm > 0 && heightMm > 0;
  const size = isMeasured
    ? { lengthMm, widthMm, heightMm }
    : {
        lengthMm: defaults?.lengthMm ?? 0,
        widthMm: defaults?.widthMm ?? 0,
        heightMm: defaults?.heightMm ?? 0,
      };
  const heaviest = Math.max(0, ...product.variants.map((variant) => variant.weightGrams));
  return { weightGrams: heaviest || product.weightGrams || (defaults?.weightGrams ?? 0), ...size };
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
