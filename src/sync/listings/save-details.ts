import { SyncError } from "../../domain/errors/sync-error";
import type { DetailsPatch } from "../../domain/listings/listing-details";

export interface SaveDetailsDeps {
  products: {
    /** False when there is no such product. */
    patchDetails(productId: string, patch: DetailsPatch): Promise<boolean>;
  };
}

/**
 * Changes what the merchant adds to a product for its listing; fields that the patch does not name
 * stay. SyncError merchant `product.not_found`.
 */
export async function saveDetails(
  deps: SaveDetailsDeps,
  productId: string,
  patch: DetailsPatch,
): Promise<void> {
  if (!(await deps.products.patchDetails(productId, patch)))
    throw new SyncError("merchant", "product.not_found", { productId });
}
