import type { StoredProduct } from "../../domain/catalogue/product-record";
import type { FieldMapping } from "../../domain/listings/field-mapping";
import type { ListingDetails } from "../../domain/listings/listing-details";
import type { MarketLimits } from "../../domain/listings/market";
import type { PackageMeasures } from "../../domain/listings/listing-rules";
import type { ListingInput } from "../../domain/listings/listing-plan";
import { toListingInput } from "../../domain/listings/to-listing-input";
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

/** Everything a listing is planned from, the category's rules read again where they are old. */
export async function listingInput(
  deps: ListingInputDeps,
  stored: StoredProduct,
): Promise<ListingInput> {
  const { market, warehouseId, settings } = deps.connection;
  const { packageDefaults } = settings;
  const needs = await categoryNeeds(deps, stored);
  const ofCategory = needs.category && (await deps.categoryFields.find(needs.category.id));
  const { details = {}, mappings = [] } = ofCategory ?? {};
  return toListingInput(
    stored,
    { ...needs, details, mappings },
    { limits: market?.limits, warehouseId, packageDefaults },
  );
}
