/**
 * What a merchant adds to a product, or to all products of a category, because the store has no
 * place for it. Each field is written by itself, so that two writers lose nothing of each other.
 */
import type { PackageMeasures } from "./listing-rules";
import type { OwnPrice } from "../stock/price-rule";
import type { ContentRules, CreateRules, OwnRules } from "./sync-rules";

export interface AttributeValue {
  /** One of the channel's own values. */
  id?: string;
  /** A text, where the channel allows one. */
  name?: string;
}

/** A file that proves something, as the channel keeps it after its upload. */
export type CertificateFile =
  | { kind: "image"; uri: string }
  | { kind: "pdf"; id: string; name: string };

/** What proves that a product has a certificate. */
export interface CertificateProof {
  files: readonly CertificateFile[];
  /** Epoch ms; absent: it does not expire. */
  expiresAt?: number;
}

export interface BrandChoice {
  /** The channel's; without one a brand is a note that no listing can carry. */
  id?: string;
  name: string;
}

export interface ListingDetails {
  brand?: BrandChoice;
  /** By attribute id. */
  attributes?: Readonly<Record<string, readonly AttributeValue[]>>;
  /** What the channel calls the uploaded picture. */
  sizeChart?: { uri: string };
  package?: Partial<PackageMeasures>;
  /** By certification id. */
  certificates?: Readonly<Record<string, CertificateProof>>;
  manufacturerIds?: readonly string[];
  responsiblePersonIds?: readonly string[];
  /** The product's name on the channel, where a rule takes it; of a single product only. */
  title?: string;
  /** Of a single product only. */
  rules?: OwnRules;
  /** What it costs on the channel; of a single product only, and as the ledger keeps it. */
  price?: OwnPrice;
}

type Nullable<Shape> = { [Field in keyof Shape]?: Shape[Field] | null };

/** A change of details: a field that is absent stays, null takes it away. */
export type DetailsPatch = Nullable<
  Omit<ListingDetails, "attributes" | "certificates" | "package" | "rules">
> & {
  attributes?: Readonly<Record<string, readonly AttributeValue[] | null>>;
  certificates?: Readonly<Record<string, CertificateProof | null>>;
  package?: Nullable<PackageMeasures>;
  rules?: { create?: Nullable<CreateRules>; update?: Nullable<ContentRules> };
};

type AttributeList = readonly { id: string; values: readonly AttributeValue[] }[];

/** What 0.2 wrote, beside what is written now. */
type Stored = Omit<ListingDetails, "attributes"> & {
  brandId?: string;
  brandName?: string;
  sizeChartUri?: string;
  attributes?: AttributeList | ListingDetails["attributes"];
};

/** Details as stored, those that 0.2 wrote among them; none of anything that is no object. */
export function toListingDetails(stored: unknown): ListingDetails {
  if (typeof stored !== "object" || stored === null || Array.isArray(stored)) return {};
  const { brandId, brandName, sizeChartUri, attributes, ...kept } = stored as Stored;
  const name = brandName ?? brandId;
  return {
    ...(name === undefined ? {} : { brand: { ...(brandId ? { id: brandId } : {}), name } }),
    ...(sizeChartUri === undefined ? {} : { sizeChart: { uri: sizeChartUri } }),
    ...(attributes === undefined ? {} : { attributes: byAttribute(attributes) }),
    ...kept,
  };
}

function byAttribute(attributes: NonNullable<Stored["attributes"]>) {
  if (!isList(attributes)) return attributes;
  const filled = attributes.filter(({ values }) => values.length > 0);
  return Object.fromEntries(filled.map(({ id, values }) => [id, values]));
}

const isList = (attributes: NonNullable<Stored["attributes"]>): attributes is AttributeList =>
  Array.isArray(attributes);

/**
 * The patch as a JSON merge patch (RFC 7396). It merges objects within objects, so a brand or a
 * proof, which are replaced whole, name the parts they lack as null.
 */
export function toMergePatch(patch: DetailsPatch): Record<string, unknown> {
  const { brand, attributes, certificates, ...rest } = patch;
  return {
    ...rest,
    ...(brand === undefined ? {} : { brand: brand && { id: null, ...brand } }),
    ...(attributes ? { attributes: mapValues(attributes, emptyToNull) } : {}),
    ...(certificates ? { certificates: mapValues(certificates, toWholeProof) } : {}),
  };
}

const emptyToNull = (values: readonly AttributeValue[] | null) =>
  values && values.length > 0 ? values : null;

const toWholeProof = (proof: CertificateProof | null) => proof && { expiresAt: null, ...proof };

function mapValues<In, Out>(values: Readonly<Record<string, In>>, change: (value: In) => Out) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
