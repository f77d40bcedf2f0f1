import type { SourceProduct } from "./source-product";
import type { Reason } from "../errors/reason";

const TAG_BY_CODE: Readonly<Record<string, string>> = {
  "listing.category_missing": "category",
  "listing.sku_missing": "sku",
  "listing.image_missing": "image",
  "listing.attribute_missing": "attribute",
  "listing.certificate_missing": "certificate",
  "listing.size_chart_missing": "size_chart",
  "listing.package_weight_missing": "weight",
  "listing.package_dimension_missing": "dimension",
};

/** What a product lacks, as short red tags: seen on the product, and named by the last refusal. */
export function productTags(
  product: SourceProduct,
  hasCategory: boolean,
  reasons: readonly Reason[],
): string[] {
  const seen = [
    ...(hasCategory ? [] : ["category"]),
    ...(product.variants.some((variant) => variant.sku.trim() === "") ? ["sku"] : []),
    ...(product.images.length === 0 ? ["image"] : []),
  ];
  const reported = reasons.flatMap(({ code }) => TAG_BY_CODE[code] ?? []);
  // The category is known by now, whatever an older refusal said.
  const stillTrue = reported.filter((tag) => !["category", "sku", "image"].includes(tag));
  return [...new Set([...seen, ...stillTrue])];
}
