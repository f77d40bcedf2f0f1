import { SyncError } from "../../domain/errors/sync-error";
import type { ListingDetails } from "../../domain/listings/listing-rules";

export interface SaveDetailsDeps {
  products: {
    /** False when there is no such product. */
    change(productId: string, change: { details: ListingDetails }): Promise<boolean>;
  };
}

/**
 * Saves what the merchant adds to a product for its listing; replaces what was there. SyncError
 * merchant `product.not_found`.
 */
export async function saveDetails(
  deps: SaveDetailsDeps,
  productId: string,
  details: ListingDetails,
): Promise<void> {
  if (!(await deps.products.change(productId, { details })))
    throw new SyncError("merchant", "product.not_found", { productId });
}
