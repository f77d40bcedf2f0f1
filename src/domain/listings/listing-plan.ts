/** What is known of a product when its listing is planned, and what the plan says. */
import type { SourceProduct } from "../catalogue/source-product";
import type { Reason } from "../errors/reason";
import type {
  AttributeValues,
  ListingAttribute,
  ListingCategory,
  ListingDetails,
  ListingRules,
  PackageMeasures,
} from "./listing-rules";
import type { MarketLimits } from "./market";
import type { PlannedSku } from "./plan-variants";

export interface ListingInput {
  product: SourceProduct;
  isDeleted: boolean;
  /** Undefined while neither the product nor its source category has one. */
  category: ListingCategory | undefined;
  /** Undefined without a category. */
  rules: ListingRules | undefined;
  attributes: readonly ListingAttribute[];
  details: ListingDetails;
  packageDefaults: PackageMeasures | null;
  /**
   * What the market accepts; undefined for a market nothing is known of: the channel then decides
   * alone.
   */
  limits: MarketLimits | undefined;
  warehouseId: string;
}

export interface ListingPlan {
  title: string;
  descriptionHtml: string;
  categoryId: string;
  brandId?: string;
  sizeChartUri?: string;
  /** Source addresses in the order of the gallery. */
  imageUrls: readonly string[];
  attributes: readonly AttributeValues[];
  package: PackageMeasures;
  currency: string;
  warehouseId: string;
  skus: readonly PlannedSku[];
}

export type PlanAnswer =
  | { isReady: true; plan: ListingPlan }
  | { isReady: false; reasons: Reason[] };

/** A listing before anything was refused. */
export interface ListingDraftParts {
  plan: Omit<ListingPlan, "categoryId">;
  missingAttributes: string[];
}
