/**
 * What stands on the channel otherwise than Weft sent it: edits of the seller or of the platform.
 * Values that a channel converts (measures) are compared with its rounding; what was never sent, and
 * SKUs that Weft did not send, are nobody's change.
 */
import { comparable } from "./comparable";
import type { AttributeValue } from "./listing-details";
import type { PackageMeasures } from "./listing-rules";
import {
  EMPTY_HASH,
  type ContentField,
  type ContentValues,
  type SentContent,
  type SentField,
} from "./sent-content";

/** A listing as the channel shows it, as its port has it. */
export interface ShownContent {
  title: string;
  /** Made like the hash of the sent description. */
  descriptionHash: string;
  /** Made like the hash of its text. */
  descriptionTextHash: string;
  categoryId: string;
  brand?: { id: string };
  images: readonly { uri: string }[];
  attributes: readonly { id: string; values: readonly AttributeValue[] }[];
  package: Partial<PackageMeasures>;
  /** Absent: one, or not shown. */
  minimumQuantity?: number;
  sizeChart?: { kind: "image"; uri: string } | { kind: "template"; id: string };
  certificates: readonly { id: string }[];
  manufacturerIds: readonly string[];
  responsiblePersonIds: readonly string[];
  skus: readonly {
    sellerSku: string;
    barcode?: string;
    options: readonly { name: string; value: string }[];
  }[];
}

/** Pictures of options are left out: a channel makes pictures of its own of them. */
type ComparedField = Exclude<ContentField, "optionImages" | "description" | "images">;

type Comparison<Value> = (value: Value, shown: ShownContent, sent: SentContent) => boolean;

/** Whole inches and hundredths of a pound are the coarsest units of a market. */
const SIZE_TOLERANCE_MM = 26;
const WEIGHT_TOLERANCE_GRAMS = 5;

const IS_SAME: { [Field in ComparedField]: Comparison<ContentValues[Field]> } = {
  title: (title, shown) => title === shown.title,
  category: (id, shown) => id === shown.categoryId,
  brand: (id, shown) => id === (shown.brand?.id ?? null),
  attributes: (attributes, shown) => hasSameAttributes(attributes, shown.attributes),
  packageWeight: (weight, shown) =>
    isNear(weight, shown.package.weightGrams, WEIGHT_TOLERANCE_GRAMS),
  packageSize: (size, shown) =>
    size === null ||
    (["lengthMm", "widthMm", "heightMm"] as const).every((side) =>
      isNear(size[side], shown.package[side], SIZE_TOLERANCE_MM),
    ),
  minimumQuantity: (quantity, shown) => (quantity ?? 1) === (shown.minimumQuantity ?? 1),
  sizeChart: (uri, { sizeChart }) =>
    uri === (sizeChart?.kind === "image" ? sizeChart.uri : (sizeChart?.id ?? null)),
  certificates: (proofs, shown) => isSameSet(proofs.map(idOf), shown.certificates.map(idOf)),
  manufacturers: (ids, shown) => isSameSet(ids, shown.manufacturerIds),
  responsiblePersons: (ids, shown) => isSameSet(ids, shown.responsiblePersonIds),
  skus: (skus, shown) =>
    skus.every(({ sellerSku, options }) => {
      const found = shown.skus.find((sku) => sku.sellerSku === sellerSku);
      return found !== undefined && isSameSet(options.map(optionKey), found.options.map(optionKey));
    }),
  barcodes: (barcodes, shown, { skus }) =>
    barcodes.every(({ variantId, barcode }) => {
      const sku = skus?.value?.find((one) => one.variantId === variantId)?.sellerSku;
      const found = shown.skus.find(({ sellerSku }) => sellerSku === sku);
      return found === undefined || found.barcode === barcode;
    }),
};

/** The fields that the channel shows otherwise than they were sent. */
export function changedByChannel(sent: SentContent, shown: ShownContent): ContentField[] {
  const changed = (Object.keys(IS_SAME) as ComparedField[]).filter(
    (field) => !isSame(field, sent, shown),
  );
  const { description, imageUris } = sent;
  const isDescribed =
    description === undefined ||
    description.hash === shown.descriptionHash ||
    (hasText(description) && description.textHash === shown.descriptionTextHash);
  const uris = shown.images.map(({ uri }) => uri);
  const isPictured = imageUris === undefined || imageUris.join("\n") === uris.join("\n");
  return [
    ...changed,
    ...(isDescribed ? [] : ["description" as const]),
    ...(isPictured ? [] : ["images" as const]),
  ];
}

/** One of pictures alone is told by its markup. */
const hasText = ({ textHash = EMPTY_HASH }: Pick<SentField, "textHash">) => textHash !== EMPTY_HASH;

function isSame<Field extends ComparedField>(
  field: Field,
  sent: SentContent,
  shown: ShownContent,
): boolean {
  const value = sent[field]?.value as ContentValues[Field] | undefined;
  const compare: Comparison<ContentValues[Field]> = IS_SAME[field];
  return value === undefined || compare(value, shown, sent);
}

const idOf = ({ id }: { id: string }) => id;

const optionKey = ({ name, value }: { name: string; value: string }) =>
  JSON.stringify([comparable(name), comparable(value)]);

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  const wanted = new Set(some);
  const found = new Set(others);
  return wanted.size === found.size && [...wanted].every((one) => found.has(one));
}

/** A channel names each value, also one that was sent by its id alone. */
function hasSameAttributes(
  sent: ContentValues["attributes"],
  shown: ShownContent["attributes"],
): boolean {
  if (!isSameSet(sent.map(idOf), shown.map(idOf))) return false;
  return sent.every(({ id, values }) => {
    const found = shown.find((one) => one.id === id)?.values ?? [];
    return (
      values.length === found.length &&
      values.every((value) =>
        found.some((one) =>
          value.id
            ? one.id === value.id
            : comparable(one.name ?? "") === comparable(value.name ?? ""),
        ),
      )
    );
  });
}

/** A measure that was not sent, or is not shown, says nothing. */
function isNear(sent: number, shown: number | undefined, tolerance: number): boolean {
  return !sent || !shown || Math.abs(sent - shown) <= tolerance;
}
