import type { ListingCertification } from "./listing-rules";
import type { MarketLimits } from "./market";
import type { ListingDraftParts, ListingInput } from "./listing-plan";
import { checkChinese } from "./check-chinese";
import { checkVariants, reasonIf } from "./plan-variants";
import { askedAttributes, isCertificateNeeded, proofFault } from "./asked-fields";
import { chosenOf, type ResolvedFields } from "./resolve-fields";
import type { CheckReason } from "./check-reason";

const MAX_DESCRIPTION = 10_000;

/** Everything that stands in the way of a listing, in the order a merchant would repair it. */
export function preflight(input: ListingInput, draft: ListingDraftParts): CheckReason[] {
  const { plan, fields } = draft;
  const { product, limits } = input;
  const asked = askedAttributes(input.attributes, chosenOf(fields.attributes));
  const missingAttributes = input.attributes.filter(
    ({ id, kind }) => kind === "product" && asked.get(id) && !fields.attributes.has(id),
  );
  return [
    ...reasonIf(input.isDeleted, { code: "listing.deleted_in_store", facts: {} }),
    ...reasonIf(!product.isActive && !input.isDeleted, { code: "listing.inactive", facts: {} }),
    ...reasonIf(product.isVirtual === true, { code: "listing.virtual", facts: {} }),
    ...reasonIf(product.needsCustomisation === true, { code: "listing.customisable", facts: {} }),
    ...checkCategory(input),
    ...checkTitle(plan.title, limits),
    ...reasonIf(plan.descriptionHtml.length > MAX_DESCRIPTION, {
      code: "listing.description_too_long",
      facts: { length: plan.descriptionHtml.length, limit: MAX_DESCRIPTION },
    }),
    ...checkChinese(input, draft),
    ...reasonIf(plan.imageUrls.length === 0, { code: "listing.image_missing", facts: {} }),
    ...checkVariants(product, limits),
    ...reasonIf(limits !== undefined && limits.currency !== product.currency, {
      code: "listing.currency_differs",
      facts: { store: product.currency, market: limits?.currency ?? "" },
    }),
    ...reasonIf(missingAttributes.length > 0, {
      code: "listing.attribute_missing",
      facts: namesAndIds(missingAttributes),
    }),
    ...checkRules(input, fields),
    ...checkPackage(input, plan.package),
    ...reasonIf(input.warehouseId === "", { code: "listing.warehouse_missing", facts: {} }),
  ];
}

function checkCategory({ category }: ListingInput): CheckReason[] {
  if (!category) return [{ code: "listing.category_missing", facts: {} }];
  const facts = { category: category.path };
  if (!category.isLeaf) return [{ code: "category.not_leaf", facts }];
  return reasonIf(category.permission !== "available", {
    code: "category.forbidden",
    facts: { ...facts, permission: category.permission },
  });
}

function checkTitle(title: string, limits: MarketLimits | undefined): CheckReason[] {
  if (title === "") return [{ code: "listing.title_missing", facts: {} }];
  if (!limits) return [];
  const facts = { length: title.length };
  return [
    ...reasonIf(title.length > limits.titleMax, {
      code: "listing.title_too_long",
      facts: { ...facts, limit: limits.titleMax },
    }),
    ...reasonIf(title.length < limits.titleMin, {
      code: "listing.title_too_short",
      facts: { ...facts, limit: limits.titleMin },
    }),
  ];
}

function checkRules({ rules, today }: ListingInput, fields: ResolvedFields): CheckReason[] {
  if (!rules) return [];
  return [
    ...checkCertificates(rules.certifications, fields, today),
    ...reasonIf(rules.sizeChart === "required" && !fields.sizeChartUri, {
      code: "listing.size_chart_missing",
      facts: {},
    }),
    ...reasonIf(rules.needsManufacturer && !fields.manufacturerIds, {
      code: "listing.manufacturer_missing",
      facts: {},
    }),
    ...reasonIf(rules.needsResponsiblePerson && !fields.responsiblePersonIds, {
      code: "listing.responsible_person_missing",
      facts: {},
    }),
  ];
}

function checkCertificates(
  certifications: readonly ListingCertification[],
  { attributes, certificates }: ResolvedFields,
  today: number,
): CheckReason[] {
  const chosen = chosenOf(attributes);
  const stateOf = (kind: ListingCertification) => {
    const proof = certificates.get(kind.id)?.value;
    if (!proof) return isCertificateNeeded(kind, chosen) ? "missing" : undefined;
    return proofFault(kind, proof, today) && "expired";
  };
  return (["missing", "expired"] as const).flatMap((state) => {
    const found = certifications.filter((one) => stateOf(one) === state);
    const facts = namesAndIds(found);
    return reasonIf(found.length > 0, { code: `listing.certificate_${state}`, facts });
  });
}

/** Names for who reads it, ids for what leads to the field. */
const namesAndIds = (fields: readonly { id: string; name: string }[]) => ({
  names: fields.map(({ name }) => name),
  ids: fields.map(({ id }) => id),
});

function checkPackage(
  { rules, limits }: ListingInput,
  parcel: ListingDraftParts["plan"]["package"],
): CheckReason[] {
  const isSizeNeeded = rules?.needsPackageDimensions || !limits?.isPackageSizeOptional;
  const isSizeKnown = parcel.lengthMm > 0 && parcel.widthMm > 0 && parcel.heightMm > 0;
  return [
    ...reasonIf(parcel.weightGrams <= 0, { code: "listing.package_weight_missing", facts: {} }),
    ...reasonIf(isSizeNeeded && !isSizeKnown, {
      code: "listing.package_dimension_missing",
      facts: {},
    }),
  ];
}
