/**
 * What a field of a category would be read as from the store, over some of its products, before
 * anything is saved.
 */
import type { SourceProduct } from "../../domain/catalogue/source-product";
import { acceptedValues } from "../../domain/listings/accepted-values";
import { comparable } from "../../domain/listings/comparable";
import {
  mappedValues,
  storeTexts,
  type FieldMapping,
  type MappedValue,
} from "../../domain/listings/field-mapping";
import type { ListingAttribute } from "../../domain/listings/listing-rules";
import { proposeValue, type ValueProposal } from "../../domain/listings/propose-values";
import { safetyAttributes } from "../../domain/listings/safety-attribute";
import { SyncError } from "../../domain/errors/sync-error";
import { cachedRules, type CategoryNeedsDeps } from "./category-needs";
import { requireLeaf } from "./channel-tree";

export interface PreviewFieldDeps extends Omit<CategoryNeedsDeps, "mappings"> {
  categoryProducts: { sample(categoryId: string, limit: number): Promise<SourceProduct[]> };
}

/** Products whose texts are counted; their bodies are read whole. */
const COUNTED = 200;
const SHOWN_PRODUCTS = 8;
const SHOWN_TEXTS = 100;

export interface FieldPreview {
  texts: { text: string; count: number; proposal: ValueProposal | null }[];
  samples: { productId: string; name: string; texts: string[]; values: string[] }[];
}

/** SyncError merchant as of `requireLeaf`, `request.invalid`. */
export async function previewField(
  deps: PreviewFieldDeps,
  categoryId: string,
  mapping: FieldMapping,
): Promise<FieldPreview> {
  await requireLeaf(deps, categoryId);
  const [{ attributes }, products] = await Promise.all([
    cachedRules(deps, categoryId),
    deps.categoryProducts.sample(categoryId, COUNTED),
  ]);
  const attribute = attributeOf(attributes, mapping.field);
  const isSafety = attribute !== undefined && safetyAttributes(attributes).has(attribute.id);
  return {
    texts: countTexts(products, mapping).map(({ text, count }) => {
      const proposal = attribute && !isSafety ? proposeValue(attribute, text) : undefined;
      return { text, count, proposal: proposal ?? null };
    }),
    samples: products.slice(0, SHOWN_PRODUCTS).map((product) => ({
      productId: product.id,
      name: product.name,
      texts: storeTexts(mapping.source, product),
      values: toNames(attribute, mappedValues(mapping.source, product)),
    })),
  };
}

/** Undefined: the brand. */
export function attributeOf(
  attributes: readonly ListingAttribute[],
  field: string,
): ListingAttribute | undefined {
  if (field === "brand") return undefined;
  const found = attributes.find(
    ({ id, kind }) => kind === "product" && field === `attribute:${id}`,
  );
  if (!found) throw new SyncError("merchant", "request.invalid", { fields: ["field"] });
  return found;
}

/** Texts that differ in case or accents alone are one. */
function countTexts(products: readonly SourceProduct[], { source }: FieldMapping) {
  const byKey = new Map<string, { text: string; count: number }>();
  for (const text of products.flatMap((product) => storeTexts(source, product))) {
    const known = byKey.get(comparable(text));
    byKey.set(comparable(text), { text: known?.text ?? text, count: (known?.count ?? 0) + 1 });
  }
  return [...byKey.values()].toSorted((a, b) => b.count - a.count).slice(0, SHOWN_TEXTS);
}

/** What is sent; a brand counts by its id alone. */
function toNames(attribute: ListingAttribute | undefined, values: readonly MappedValue[]) {
  if (!attribute) return values.filter(({ id }) => id).map(({ id = "", name = id }) => name);
  return (acceptedValues(attribute, values) ?? []).map(
    ({ id, name }) => attribute.values.find((one) => one.id === id)?.name ?? name ?? "",
  );
}

/** Names of the features and options that products of the category have. */
export async function listMappingSources(deps: PreviewFieldDeps, categoryId: string) {
  await requireLeaf(deps, categoryId);
  const products = await deps.categoryProducts.sample(categoryId, COUNTED);
  const names = (pairs: readonly { name: string }[]) =>
    [...new Map(pairs.map(({ name }) => [comparable(name), name])).values()].toSorted();
  return {
    features: names(products.flatMap(({ features }) => features)),
    options: names(products.flatMap(({ variants }) => variants.flatMap(({ options }) => options))),
  };
}
