import type { SourceProduct } from "./catalogue/source-product";

/** JSON with sorted keys and without undefined values: equal content gives equal text. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
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
