/**
 * Decides whether a product can be listed and what the listing says; on refusal every reason at
 * once. It knows neither stock nor uploaded pictures: those are added right before sending.
 */
import type { SourceProduct } from "../catalogue/source-product";
import { cleanHtml } from "./clean-html";
import { cleanTitle } from "./clean-title";
import type { ListingDraftParts, ListingInput, PlanAnswer } from "./listing-plan";
import type { PackageMeasures } from "./listing-rules";
import { planAttributes } from "./plan-attributes";
import { planVariants } from "./plan-variants";
import { preflight } from "./preflight";

/** A channel's gallery holds nine pictures; more are left out. */
export const MAX_IMAGES = 9;

export function planListing(input: ListingInput): PlanAnswer {
  const draft = draftListing(input);
  const reasons = preflight(input, draft);
  return reasons.length > 0 || !input.category
    ? { isReady: false, reasons }
    : { isReady: true, plan: { ...draft.plan, categoryId: input.category.id } };
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
