/**
 * The one place that decides which value a field of a listing has, and where it came from: what the
 * merchant set for the product, else for its category, else what a mapping reads from the store,
 * else what the store says under the same name, else the connection's default.
 */
import type { SourceProduct } from "../catalogue/source-product";
import { acceptedValues } from "./accepted-values";
import {
  askedAttributes,
  isCertificateNeeded,
  proofFault,
  type ChosenValues,
} from "./asked-fields";
import { mappedValues, type FieldMapping, type MappedValue } from "./field-mapping";
import type { AttributeValue, CertificateProof, ListingDetails } from "./listing-details";
import { safetyAttributes } from "./safety-attribute";
import type { ListingAttribute, ListingRules, PackageMeasures, PackageSize } from "./listing-rules";

/** The levels of a value, the strongest first. */
export const FIELD_ORIGINS = ["product", "category", "mapping", "feature", "default"] as const;

export type FieldOrigin = (typeof FIELD_ORIGINS)[number];

export interface Resolved<Value> {
  value: Value;
  origin: FieldOrigin;
}

export interface FieldSources {
  product: SourceProduct;
  /** What the merchant set for the product. */
  details: ListingDetails;
  /** What the merchant set for all products of the category. */
  categoryDetails: ListingDetails;
  mappings: readonly FieldMapping[];
  /** What the connection says of every product. */
  defaults: ListingDetails;
  attributes: readonly ListingAttribute[];
  /** Undefined without a category. */
  rules: ListingRules | undefined;
  /** Beginning of the day (UTC, epoch ms) by which certificates expire; 0 where the category knows none. */
  today: number;
}

/** A field that no level fills is absent. */
export interface ResolvedFields {
  brandId?: Resolved<string>;
  /**
   * By attribute id. Attributes that tell variants apart are not among them, nor those whose condition
   * does not hold: the channel refuses a value of these.
   */
  attributes: ReadonlyMap<string, Resolved<readonly AttributeValue[]>>;
  sizeChartUri?: Resolved<string>;
  packageWeight?: Resolved<number>;
  /** Three measures of one level, never a mixture. */
  packageSize?: Resolved<PackageSize>;
  /** By certification id. */
  certificates: ReadonlyMap<string, Resolved<CertificateProof>>;
  manufacturerIds?: Resolved<readonly string[]>;
  responsiblePersonIds?: Resolved<readonly string[]>;
}

export function resolveFields(sources: FieldSources): ResolvedFields {
  const attributes = resolveAttributes(sources);
  return {
    ...present("brandId", resolveBrand(sources)),
    attributes,
    ...present("sizeChartUri", resolveSizeChart(sources)),
    ...present("packageWeight", resolveWeight(sources)),
    ...present("packageSize", resolveSize(sources)),
    certificates: resolveCertificates(sources, chosenOf(attributes)),
    ...present("manufacturerIds", resolveParties(sources, "manufacturerIds")),
    ...present("responsiblePersonIds", resolveParties(sources, "responsiblePersonIds")),
  };
}

type Levels<Value> = Readonly<Partial<Record<FieldOrigin, Value | undefined>>>;

function strongest<Value>(levels: Levels<Value>): Resolved<Value> | undefined {
  for (const origin of FIELD_ORIGINS) {
    const value = levels[origin];
    if (value !== undefined) return { value, origin };
  }
  return undefined;
}

/** The levels at which a merchant or the connection sets details. */
function setLevels<Value>(
  { details, categoryDetails, defaults }: FieldSources,
  read: (details: ListingDetails) => Value | undefined,
): Levels<Value> {
  return { product: read(details), category: read(categoryDetails), default: read(defaults) };
}

function mapped({ mappings, product }: FieldSources, field: string): MappedValue[] {
  const mapping = mappings.find((one) => one.field === field);
  return mapping ? mappedValues(mapping.source, product) : [];
}

/** A brand without the channel's id cannot be listed: the next level counts. */
function resolveBrand(sources: FieldSources) {
  return strongest({
    ...setLevels(sources, ({ brand }) => brand?.id),
    mapping: mapped(sources, "brand").find(({ id }) => id)?.id,
  });
}

/** What the store says under the same name counts but for what a seller answers for: nobody chose that for the channel. */
function resolveAttributes(sources: FieldSources) {
  let safety: ReadonlySet<string> | undefined;
  const isOfSafety = (id: string) => (safety ??= safetyAttributes(sources.attributes)).has(id);
  const resolved = new Map<string, Resolved<readonly AttributeValue[]>>();
  for (const attribute of sources.attributes) {
    if (attribute.kind !== "product") continue;
    const { id, name } = attribute;
    const accepted = (values: readonly AttributeValue[] = []) => acceptedValues(attribute, values);
    const said = accepted(mappedValues({ kind: "feature", name }, sources.product));
    const values = strongest<readonly AttributeValue[]>({
      ...setLevels(sources, ({ attributes }) => accepted(attributes?.[id])),
      mapping: accepted(mapped(sources, `attribute:${id}`)),
      feature: said && !isOfSafety(id) ? said : undefined,
    });
    if (values) resolved.set(id, values);
  }
  return whereAsked(sources.attributes, resolved);
}

function whereAsked(
  attributes: readonly ListingAttribute[],
  resolved: ReadonlyMap<string, Resolved<readonly AttributeValue[]>>,
) {
  const asked = askedAttributes(attributes, chosenOf(resolved));
  return new Map([...resolved].filter(([id]) => asked.has(id)));
}

/** The values alone. */
export const chosenOf = (resolved: ResolvedFields["attributes"]): ChosenValues =>
  new Map([...resolved].map(([id, { value }]) => [id, value]));

/** None where the category takes none. */
function resolveSizeChart(sources: FieldSources) {
  if (!sources.rules || sources.rules.sizeChart === "none") return undefined;
  return strongest(setLevels(sources, ({ sizeChart }) => sizeChart?.uri));
}

/** The store's own weight is that of the heaviest variant. */
function resolveWeight(sources: FieldSources) {
  const { product } = sources;
  const weight = (measures: Partial<PackageMeasures> | undefined) =>
    measures?.weightGrams || undefined;
  const heaviest = Math.max(0, ...product.variants.map(({ weightGrams }) => weightGrams));
  return strongest<number>({
    ...setLevels(sources, (details) => weight(details.package)),
    mapping: weight(mapped(sources, "package")[0]?.package),
    feature: heaviest || product.weightGrams || undefined,
  });
}

function resolveSize(sources: FieldSources) {
  return strongest<PackageSize>({
    ...setLevels(sources, (details) => wholeSize(details.package)),
    mapping: wholeSize(mapped(sources, "package")[0]?.package),
    feature: wholeSize(sources.product),
  });
}

function wholeSize(measures: Partial<PackageSize> | undefined): PackageSize | undefined {
  const { lengthMm = 0, widthMm = 0, heightMm = 0 } = measures ?? {};
  const isWhole = lengthMm > 0 && widthMm > 0 && heightMm > 0;
  return isWhole ? { lengthMm, widthMm, heightMm } : undefined;
}

/**
 * Those that the category has a place for. A proof with a fault gives way to one of another level
 * without; where there is none it counts only as what is wrong with a certificate that is needed.
 */
function resolveCertificates(sources: FieldSources, chosen: ChosenValues) {
  const resolved = new Map<string, Resolved<CertificateProof>>();
  for (const kind of sources.rules?.certifications ?? []) {
    const levels = (isTaken: (proof: CertificateProof) => boolean) =>
      setLevels(sources, ({ certificates }) => {
        const proof = given(certificates?.[kind.id]);
        return proof && isTaken(proof) ? proof : undefined;
      });
    const faultless = strongest(levels((one) => !proofFault(kind, one, sources.today)));
    const isNeeded = isCertificateNeeded(kind, chosen);
    const proof = faultless ?? (isNeeded ? strongest(levels(() => true)) : undefined);
    if (proof) resolved.set(kind.id, proof);
  }
  return resolved;
}

function given(proof: CertificateProof | undefined): CertificateProof | undefined {
  return proof && proof.files.length > 0 ? proof : undefined;
}

/** Parties are named where the category asks for them. */
function resolveParties(sources: FieldSources, field: "manufacturerIds" | "responsiblePersonIds") {
  const { rules } = sources;
  const isAsked =
    field === "manufacturerIds" ? rules?.needsManufacturer : rules?.needsResponsiblePerson;
  if (!isAsked) return undefined;
  return strongest(
    setLevels(sources, (details) => (details[field]?.length ? details[field] : undefined)),
  );
}

function present<Key extends string, Value>(key: Key, value: Value | undefined) {
  return (value === undefined ? {} : { [key]: value }) as { [Field in Key]?: Value };
}
