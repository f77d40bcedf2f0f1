/**
 * Where the products of a category take a field from in the store's own data. It knows neither what
 * a category accepts nor which level wins.
 */
import type { SourceProduct } from "../catalogue/source-product";
import { comparable } from "./comparable";
import type { AttributeValue } from "./listing-details";
import type { PackageMeasures } from "./listing-rules";

/** A value of the channel that a text of the store stands for. */
export interface MappedValue extends AttributeValue {
  /** For the field "package". */
  package?: Partial<PackageMeasures>;
}

const PER_UNIT = { mm: 1, cm: 10, m: 1000, in: 25.4, g: 1, kg: 1000, lb: 453.592_37 } as const;

/** Stored by its kind, so a kind is never renamed. */
export type MappingSource = (
  | { kind: "feature"; name: string }
  | { kind: "option"; name: string }
  | { kind: "manufacturer" }
  | { kind: "reference" }
  | { kind: "dimension"; of: "length" | "width" | "height" | "weight"; unit: keyof typeof PER_UNIT }
  | { kind: "constant"; value: string }
) & {
  /** What a text of the store means on the channel; a text that is absent stands for itself. */
  values?: Readonly<Record<string, MappedValue>>;
};

export interface FieldMapping {
  /** "brand", "package" or "attribute:<id>". */
  field: string;
  source: MappingSource;
}

/** The values that a mapping yields for a product, each once; none where the store says nothing. */
export function mappedValues(
  { values = {}, ...source }: MappingSource,
  product: SourceProduct,
): MappedValue[] {
  const table = new Map(Object.entries(values).map(([text, value]) => [comparable(text), value]));
  return storeTexts(source, product).map((text) => table.get(comparable(text)) ?? { name: text });
}

/** What the store says of a product there, each text once, before the table is asked. */
export function storeTexts(source: MappingSource, product: SourceProduct): string[] {
  const texts = textsOf(source, product).map((text) => text.trim());
  return [...new Set(texts)].filter(Boolean);
}

function textsOf(source: MappingSource, product: SourceProduct): string[] {
  switch (source.kind) {
    case "feature":
      return namedValues(product.features, source.name);
    case "option":
      return namedValues(
        product.variants.flatMap(({ options }) => options),
        source.name,
      );
    case "manufacturer":
      return product.brand ? [product.brand] : [];
    case "reference":
      return sharedReference(product);
    case "dimension":
      return measureText(measureOf(source.of, product), source.unit);
    case "constant":
      return [source.value];
  }
}

function namedValues(pairs: readonly { name: string; value: string }[], name: string): string[] {
  const wanted = comparable(name);
  return pairs.filter((pair) => comparable(pair.name) === wanted).map(({ value }) => value);
}

/** The SKU of the product: that of its variants, where all have the same. */
function sharedReference({ variants }: SourceProduct): string[] {
  const skus = [...new Set(variants.map(({ sku }) => sku))];
  return skus.length === 1 ? skus : [];
}

function measureOf(
  of: "length" | "width" | "height" | "weight",
  { lengthMm, widthMm, heightMm, weightGrams }: SourceProduct,
): number {
  return { length: lengthMm, width: widthMm, height: heightMm, weight: weightGrams }[of];
}

/** At most two decimals; nothing of a measure that the store does not hold. */
function measureText(measure: number, unit: keyof typeof PER_UNIT): string[] {
  return measure > 0 ? [String(Math.round((measure / PER_UNIT[unit]) * 100) / 100)] : [];
}
