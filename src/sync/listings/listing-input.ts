import type { StoredProduct } from "../../domain/catalogue/product-record";
import type { FieldMapping } from "../../domain/listings/field-mapping";
import type { ListingDetails } from "../../domain/listings/listing-details";
import type { MarketLimits } from "../../domain/listings/market";
import type { PackageMeasures } from "../../domain/listings/listing-rules";
import type { ListingInput } from "../../domain/listings/listing-plan";
import { categoryNeeds, type CategoryNeedsDeps } from "../categories/category-needs";

export interface ListingInputDeps extends CategoryNeedsDeps {
  /** What the merchant set for a category of the channel, in one read. */
  categoryFields: {
    find(categoryId: string): Promise<{ details: ListingDetails; mappings: FieldMapping[] }>;
  };
  connection: {
    id: string;
    /** Undefined for a market nothing is known of. */
    market: { limits: MarketLimits } | undefined;
    warehouseId: string;
    settings: { packageDefaults: PackageMeasures | null };
  };
}

/** Everything a listing is planned from. */
export async function listingInput(
  deps: ListingInputDeps,
  stored: StoredProduct,
): Promise<ListingInput> {
  const { market, warehouseId, settings } = deps.connection;
  const needs = await categoryNeeds(deps, stored);
  const ofCategory = needs.category && (await deps.categoryFields.find(needs.category.id));
  return {
    product: stored.body,
    isDeleted: stored.deletedAt !== null,
    ...needs,
    details: stored.details,
    categoryDetails: ofCategory?.details ?? {},
    mappings: ofCategory?.mappings ?? [],
    defaults: settings.packageDefaults ? { package: settings.packageDefaults } : {},
    limits: market?.limits,
    warehouseId,
  };
}
