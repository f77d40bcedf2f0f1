/**
 * Decides whether a product can be listed and what the listing says; on refusal every reason at
 * once. It knows neither stock nor uploaded pictures: those are added right before sending.
 */
import { cleanLine, isReadable } from "./channel-text";
import { isAsked } from "./check-reason";
import { cleanHtml, toParagraph } from "./clean-html";
import type { ListingDraftParts, ListingInput, ListingPlan, PlanAnswer } from "./listing-plan";
import type { PackageMeasures } from "./listing-rules";
import { minimumOf, planVariants } from "./plan-variants";
import { preflight } from "./preflight";
import { resolveFields, type ResolvedFields } from "./resolve-fields";

/** A channel's gallery holds nine pictures; more are left out. */
export const MAX_IMAGES = 9;

export function planListing(input: ListingInput): PlanAnswer {
  const draft = draftListing(input);
  const reasons = preflight(input, draft).filter((reason) => isAsked(reason, input.ruling));
  if (reasons.length > 0) return { isReady: false, reasons };
  return { isReady: true, plan: { ...draft.plan, categoryId: input.category?.id ?? "" } };
}

function draftListing(input: ListingInput): ListingDraftParts {
  const { product } = input;
  const ownTitle = input.ruling.isOwnTitle ? toTitle(input.details.title ?? "") : "";
  const title = ownTitle || toTitle(product.name);
  const fields = resolveFields(input);
  const minimumQuantity = minimumOf(product);
  return {
    fields,
    plan: {
      title,
      // A channel demands a description; a product without one is described by its name.
      descriptionHtml: cleanHtml(product.description) || (title && toParagraph(title)),
      ...optionalContent(fields),
      imageUrls: [...new Set(product.images.map((image) => image.url))].slice(0, MAX_IMAGES),
      attributes: [...fields.attributes].map(([id, { value }]) => ({ id, values: value })),
      package: planPackage(fields),
      ...(minimumQuantity > 1 ? { minimumQuantity } : {}),
      currency: product.currency,
      warehouseId: input.warehouseId,
      skus: planVariants(product),
    },
  };
}

/** What a listing may go without; absent rather than empty. */
function optionalContent(fields: ResolvedFields): Partial<ListingPlan> {
  const { brandId, sizeChartUri, certificates, manufacturerIds, responsiblePersonIds } = fields;
  const proofs = [...certificates].map(([id, { value }]) => ({ id, ...value }));
  return {
    ...(brandId ? { brandId: brandId.value } : {}),
    ...(sizeChartUri ? { sizeChartUri: sizeChartUri.value } : {}),
    ...(proofs.length > 0 ? { certificates: proofs } : {}),
    ...(manufacturerIds ? { manufacturerIds: manufacturerIds.value } : {}),
    ...(responsiblePersonIds ? { responsiblePersonIds: responsiblePersonIds.value } : {}),
  };
}

/** 0 for what is not known. */
function planPackage({ packageWeight, packageSize }: ResolvedFields): PackageMeasures {
  const size = packageSize?.value ?? { lengthMm: 0, widthMm: 0, heightMm: 0 };
  return { weightGrams: packageWeight?.value ?? 0, ...size };
}

/** "" where no word is left. */
function toTitle(name: string): string {
  const title = cleanLine(name);
  return isReadable(title) ? title : "";
}
