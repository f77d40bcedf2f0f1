import type { StoredProduct } from "../../domain/catalogue/product-record";
import type { PackageMeasures } from "../../domain/listings/listing-rules";
import type { ListingInput } from "../../domain/listings/plan-listing";
import { categoryNeeds, type CategoryNeedsDeps } from "../categories/category-needs";

export interface ListingInputDeps extends CategoryNeedsDeps {
  connection: {
    id: string;
    /** ISO country code of the market. */
    region: string;
    warehouseId: string;
    settings: { packageDefaults: PackageMeasures | null };
  };
}

/** Everything a listing is planned from. */
export async function listingInput(
  deps: ListingInputDeps,
  stored: StoredProduct,
): Promise<ListingInput> {
  const { region, warehouseId, settings } = deps.connection;
  return {
    product: stored.body,
    isDeleted: stored.deletedAt !== null,
    ...(await categoryNeeds(deps, stored)),
    details: stored.details,
    packageDefaults: settings.packageDefaults,
    region,
    warehouseId,
  };
}
