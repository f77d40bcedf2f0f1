import type { Facts } from "../facts";
import type { Ruling } from "./sync-rules";

/**
 * Every reason for which a product is refused before anything is sent. Stored names; the filter of
 * the products page offers them in this order.
 */
export const CHECK_CODES = [
  "listing.deleted_in_store",
  "listing.inactive",
  "listing.virtual",
  "listing.customisable",
  "listing.category_missing",
  "category.not_leaf",
  "category.forbidden",
  "listing.title_missing",
  "listing.title_too_long",
  "listing.title_too_short",
  "listing.description_too_long",
  "listing.chinese_text",
  "listing.image_missing",
  "listing.sku_missing",
  "listing.duplicate_skus",
  "listing.sku_invalid",
  "listing.price_zero",
  "listing.price_range",
  "listing.too_many_options",
  "listing.option_missing",
  "listing.duplicate_options",
  "listing.option_name_too_long",
  "listing.option_value_too_long",
  "listing.option_unreadable",
  "listing.too_many_variants",
  "listing.variant_missing",
  "listing.minimum_too_high",
  "listing.currency_differs",
  "listing.attribute_missing",
  "listing.certificate_missing",
  "listing.certificate_expired",
  "listing.size_chart_missing",
  "listing.manufacturer_missing",
  "listing.responsible_person_missing",
  "listing.package_weight_missing",
  "listing.package_dimension_missing",
  "listing.warehouse_missing",
] as const;

export type CheckCode = (typeof CHECK_CODES)[number];

/** Why a push would refuse the product. */
export interface CheckReason {
  code: CheckCode;
  facts: Facts;
}

/** False for what only the channel, or a push under way, can say. */
export function isCheckCode(code: string): code is CheckCode {
  return (CHECK_CODES as readonly string[]).includes(code);
}

type Kept = Ruling["kept"][number];

/** What a reason is about, where it counts only while Weft sends that; all others always count. */
const ABOUT: Readonly<Partial<Record<CheckCode, Kept>>> = {
  "listing.virtual": "details",
  "listing.customisable": "details",
  "listing.category_missing": "details",
  "category.not_leaf": "details",
  "category.forbidden": "details",
  "listing.title_missing": "title",
  "listing.title_too_long": "title",
  "listing.title_too_short": "title",
  "listing.description_too_long": "description",
  "listing.image_missing": "media",
  "listing.sku_missing": "details",
  "listing.duplicate_skus": "details",
  "listing.sku_invalid": "details",
  // A price goes with a variant that is added; those of known ones have calls of their own.
  "listing.price_zero": "details",
  "listing.price_range": "details",
  "listing.currency_differs": "details",
  "listing.too_many_options": "details",
  "listing.option_missing": "details",
  "listing.duplicate_options": "details",
  "listing.option_name_too_long": "details",
  "listing.option_value_too_long": "details",
  "listing.option_unreadable": "details",
  "listing.too_many_variants": "details",
  "listing.variant_missing": "details",
  "listing.minimum_too_high": "details",
  "listing.attribute_missing": "details",
  "listing.certificate_missing": "details",
  "listing.certificate_expired": "details",
  "listing.size_chart_missing": "details",
  "listing.manufacturer_missing": "details",
  "listing.responsible_person_missing": "details",
  "listing.package_weight_missing": "details",
  "listing.package_dimension_missing": "details",
  "listing.warehouse_missing": "details",
};

/** Whether a reason stands in the way while the channel keeps what the ruling says. */
export function isAsked({ code }: CheckReason, { kept }: Ruling): boolean {
  const about = ABOUT[code];
  return about === undefined || !kept.includes(about);
}
