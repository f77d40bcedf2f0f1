/** What a leaf category asks of a listing: its attributes, certificates, parties and measures. */
import * as z from "zod";
import type {
  ListingAttribute,
  ListingCertification,
  ListingRules,
  RequirementCondition,
} from "../../domain/listings/listing-rules";
import { CATEGORY_VERSION } from "./categories";
import { request, type Session } from "./request";
import { looseFlag, looseList, looseText } from "./shapes";

/** One true condition is enough. A kind of condition that nobody has met yet requires nothing. */
const Conditions = looseList(
  z.object({
    condition_type: looseText,
    attribute_id: looseText,
    attribute_value_id: looseText,
  }),
);

const RawAttribute = z.object({
  id: z.string().min(1),
  name: looseText,
  type: looseText,
  // The first spelling is the one on the wire; the second is what a correction would bring.
  is_requried: looseFlag,
  is_required: looseFlag,
  is_customizable: looseFlag,
  is_multiple_selection: looseFlag,
  value_data_format: looseText,
  values: looseList(z.object({ id: z.string(), name: looseText })),
  requirement_conditions: Conditions,
});
const AttributesAnswer = z.object({ attributes: looseList(RawAttribute) });

/** Product attributes (described once) and sales attributes (the axes of variants) of a leaf. */
export async function listAttributes(
  session: Session,
  categoryId: string,
): Promise<readonly ListingAttribute[]> {
  const path = `/product/202309/categories/${categoryId}/attributes`;
  const query = { category_version: CATEGORY_VERSION };
  const answer = await request(session, { method: "GET", path, query }, AttributesAnswer);
  return answer.attributes.map(toAttribute);
}

function toAttribute(row: z.infer<typeof RawAttribute>): ListingAttribute {
  const kind = row.type === "SALES_PROPERTY" ? "sales" : "product";
  // A product attribute without listed values takes free text, whatever its flag says.
  const isFree = kind === "product" && row.values.length === 0;
  return {
    id: row.id,
    name: row.name,
    kind,
    isRequired: row.is_requried || row.is_required,
    isCustomizable: row.is_customizable || isFree,
    isMultiple: row.is_multiple_selection,
    values: row.values,
    ...toConditions(row.requirement_conditions),
    ...(row.value_data_format === "POSITIVE_INT_OR_DECIMAL" ? { format: "positive_number" } : {}),
  };
}

function toConditions(rows: z.infer<typeof Conditions>): {
  requiredWhen?: readonly RequirementCondition[];
} {
  const requiredWhen = rows
    .filter(({ condition_type }) => condition_type === "VALUE_ID_MATCH")
    .map((row) => ({ attributeId: row.attribute_id, valueId: row.attribute_value_id }));
  return requiredWhen.length > 0 ? { requiredWhen } : {};
}

const RawCertification = z.object({
  id: z.string(),
  name: looseText,
  is_required: looseFlag,
  document_details: looseText,
  sample_image_url: looseText,
  requirement_conditions: Conditions,
  expiration_date: z.object({ is_required: looseFlag }).nullish(),
});

const Need = z.object({ is_required: looseFlag, is_supported: looseFlag }).nullish();
const RulesAnswer = z.object({
  product_certifications: looseList(RawCertification),
  size_chart: Need,
  package_dimension: Need,
  responsible_person: Need,
  manufacturer: Need,
  epr: Need,
  fees: looseList(z.object({ type: looseText, is_required: looseFlag })),
});

/** What a listing of this leaf must carry besides the common fields. */
export async function readRules(session: Session, categoryId: string): Promise<ListingRules> {
  const path = `/product/202309/categories/${categoryId}/rules`;
  const query = { category_version: CATEGORY_VERSION };
  const rules = await request(session, { method: "GET", path, query }, RulesAnswer);
  const chart = rules.size_chart;
  const deposit = rules.fees.some(({ type, is_required }) => type === "PFAND" && is_required);
  return {
    certifications: rules.product_certifications.map(toCertification),
    sizeChart: chart?.is_required ? "required" : chart?.is_supported ? "optional" : "none",
    needsPackageDimensions: rules.package_dimension?.is_required ?? false,
    needsResponsiblePerson: rules.responsible_person?.is_required ?? false,
    needsManufacturer: rules.manufacturer?.is_required ?? false,
    ...(rules.epr?.is_required ? { needsProducerResponsibility: true } : {}),
    ...(deposit ? { needsDeposit: true } : {}),
  };
}

function toCertification(row: z.infer<typeof RawCertification>): ListingCertification {
  return {
    id: row.id,
    name: row.name,
    isRequired: row.is_required,
    ...toConditions(row.requirement_conditions),
    ...(row.document_details ? { details: row.document_details } : {}),
    ...(row.sample_image_url ? { sampleUrl: row.sample_image_url } : {}),
    ...(row.expiration_date?.is_required ? { needsExpiry: true } : {}),
  };
}
