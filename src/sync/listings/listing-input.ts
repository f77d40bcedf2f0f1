import type { StoredProduct } from "../../domain/catalogue/product-record";
import type { MarketLimits } from "../../domain/listings/market";
import type { PackageMeasures } from "../../domain/listings/listing-rules";
import type { ListingInput } from "../../domain/listings/listing-plan";
import { categoryNeeds, type CategoryNeedsDeps } from "../categories/category-needs";

export interface ListingInputDeps extends CategoryNeedsDeps {
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
  return {
    product: stored.body,
    isDeleted: stored.deletedAt !== null,
    ...(await categoryNeeds(deps, stored)),
    details: stored.details,
    packageDefaults: settings.packageDefaults,
    limits: market?.limits,
    warehouseId,
  };
}
