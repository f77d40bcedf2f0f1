import type { CheckCode } from "../listings/check-reason";
import type { Reason } from "../errors/reason";

const TAG_BY_CODE: Readonly<Partial<Record<CheckCode, string>>> = {
  "listing.category_missing": "category",
  "listing.sku_missing": "sku",
  "listing.image_missing": "image",
  "listing.attribute_missing": "attribute",
  "listing.certificate_missing": "certificate",
  "listing.certificate_expired": "certificate",
  "listing.size_chart_missing": "size_chart",
  "listing.manufacturer_missing": "manufacturer",
  "listing.responsible_person_missing": "responsible_person",
  "listing.package_weight_missing": "weight",
  "listing.package_dimension_missing": "dimension",
};

const TAGS: Readonly<Record<string, string | undefined>> = TAG_BY_CODE;

/** What a product lacks, as short red tags: the reasons of its check that ask for something. */
export function productTags(reasons: readonly Reason[]): string[] {
  return [...new Set(reasons.flatMap(({ code }) => TAGS[code] ?? []))];
}
