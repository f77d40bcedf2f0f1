/**
 * Puts together what a listing is planned from. A push, a product's requirements and a stored check
 * all plan from what this function answers, so that none of them judges by other facts.
 */
import type { SourceProduct } from "../catalogue/source-product";
import type { FieldMapping } from "./field-mapping";
import type { ListingDetails } from "./listing-details";
import type { ListingInput } from "./listing-plan";
import type { CategoryRules, ListingCategory, PackageMeasures } from "./listing-rules";
import type { MarketLimits } from "./market";
import type { ListingOrigin } from "./listing-origin";
import { priceRuleOf, type PriceRule } from "../stock/price-rule";
import { pricedProduct } from "./priced-product";
import { resolveRules, rulingOf, type Ruling, type SharedRules } from "./sync-rules";

/** What is known of a category of the channel, and what the merchant set for its products. */
export interface CategoryFacts {
  /** Undefined: no category, or one that the channel does not have. */
  category: ListingCategory | undefined;
  /** Undefined where `needsRules` says no. */
  rules: CategoryRules | undefined;
  /** The rules before the channel changed them of late; absent: it did not. */
  former?: CategoryRules;
  details: ListingDetails;
  mappings: readonly FieldMapping[];
}

/** What the connection says of every product. */
export interface ConnectionFacts {
  /** Undefined for a market nothing is known of. */
  limits: MarketLimits | undefined;
  warehouseId: string;
  packageDefaults: PackageMeasures | null;
  defaultParties: DefaultParties;
  syncRules: SharedRules;
  /** Of prices of all products; null: the store's. */
  priceRule: PriceRule | null;
  /** Beginning of the day in UTC, epoch ms. */
  today: number;
}

export type DefaultParties = Required<
  Pick<ListingDetails, "manufacturerIds" | "responsiblePersonIds">
>;

/** What the connection says of every product, as details. */
export function connectionDefaults({
  packageDefaults,
  defaultParties,
}: Pick<ConnectionFacts, "packageDefaults" | "defaultParties">): ListingDetails {
  return { ...(packageDefaults ? { package: packageDefaults } : {}), ...defaultParties };
}

export const NO_CATEGORY: CategoryFacts = {
  category: undefined,
  rules: undefined,
  details: {},
  mappings: [],
};

/** Nothing is asked of products in a category that the shop cannot list in. */
export function needsRules(category: ListingCategory | undefined): boolean {
  return category !== undefined && category.isLeaf && category.permission === "available";
}

/** What holds for a product; `listedAs`: who made its listing, null while the channel has none. */
export function rulingFor(
  { details, listedAs }: { details: ListingDetails; listedAs: ListingOrigin | null },
  syncRules: SharedRules,
): Ruling {
  return rulingOf(resolveRules(listedAs ?? "pushed", syncRules, details.rules), listedAs !== null);
}

/** `listedAs`: who made the product's listing, null while the channel has none. */
export function toListingInput(
  product: {
    body: SourceProduct;
    details: ListingDetails;
    deletedAt: number | null;
    listedAs: ListingOrigin | null;
  },
  ofCategory: CategoryFacts,
  connection: ConnectionFacts,
): ListingInput {
  const { limits, warehouseId, syncRules, priceRule, today } = connection;
  return {
    listedAs: product.listedAs,
    ruling: rulingFor(product, syncRules),
    product: pricedProduct(product.body, priceRuleOf(product.details.price ?? null, priceRule)),
    isDeleted: product.deletedAt !== null,
    details: product.details,
    category: ofCategory.category,
    rules: ofCategory.rules?.rules,
    attributes: ofCategory.rules?.attributes ?? [],
    categoryDetails: ofCategory.details,
    mappings: ofCategory.mappings,
    defaults: connectionDefaults(connection),
    limits,
    warehouseId,
    today: ofCategory.rules?.rules.certifications.length ? today : 0,
  };
}
