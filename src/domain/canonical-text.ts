import type { SourceProduct } from "./catalogue/source-product";

/** JSON with sorted keys and without undefined values: equal content gives equal text. Takes what JSON can hold. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** A copy with sorted keys. Ahead of the writing, which a function for each value makes twice as long. */
function sorted(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(sorted);
  const record = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(record).toSorted();
  return Object.fromEntries(keys.map((key) => [key, sorted(record[key])]));
}

/**
 * What makes a pulled product a different one. The store's own "updated" date is left out, because
 * it moves without any change; lists a store answers in no fixed order are sorted.
 */
export function productText(product: SourceProduct): string {
  const { updatedAt: _moves, ...content } = product;
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return canonicalText({
    ...content,
    variants: product.variants.toSorted((a, b) => byText(a.id, b.id)),
    features: product.features.toSorted(
      (a, b) => byText(a.name, b.name) || byText(a.value, b.value),
    ),
  });
}
