import type { Facts } from "../facts";

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
