/** What is known of a product when its listing is planned, and what the plan says. */
import type { CheckReason } from "./check-reason";
import type { AttributeValue, CertificateProof } from "./listing-details";
import type { ListingOrigin } from "./listing-origin";
import type { ListingCategory, PackageMeasures } from "./listing-rules";
import type { MarketLimits } from "./market";
import type { PlannedSku } from "./plan-variants";
import type { FieldSources, ResolvedFields } from "./resolve-fields";
import type { Ruling } from "./sync-rules";

/** `rules` is undefined without a category. */
export interface ListingInput extends FieldSources {
  isDeleted: boolean;
  /** Who made its listing; null while the channel has none. */
  listedAs: ListingOrigin | null;
  ruling: Ruling;
  /** Undefined while neither the product nor its source category has one. */
  category: ListingCategory | undefined;
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
  /** "" where the product has none and the channel keeps its own. */
  categoryId: string;
  brandId?: string;
  sizeChartUri?: string;
  /** Source addresses in the order of the gallery. */
  imageUrls: readonly string[];
  attributes: readonly { id: string; values: readonly AttributeValue[] }[];
  package: PackageMeasures;
  certificates?: readonly ({ id: string } & CertificateProof)[];
  manufacturerIds?: readonly string[];
  responsiblePersonIds?: readonly string[];
  /** The fewest units of one order; absent: one. */
  minimumQuantity?: number;
  currency: string;
  warehouseId: string;
  skus: readonly PlannedSku[];
}

export type PlanAnswer =
  | { isReady: true; plan: ListingPlan }
  | { isReady: false; reasons: CheckReason[] };

/** A listing before anything was refused. */
export interface ListingDraftParts {
  plan: Omit<ListingPlan, "categoryId">;
  fields: ResolvedFields;
}
