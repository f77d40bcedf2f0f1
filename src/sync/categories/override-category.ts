import { SyncError } from "../../domain/errors/sync-error";
import type { LedgerApi } from "../ledger-api";
import { requireLeaf, type ChannelTreeDeps } from "./channel-tree";

export interface OverrideCategoryDeps extends ChannelTreeDeps {
  products: {
    /** False when there is no such product. */
    change(productId: string, change: { channelCategoryId: string | null }): Promise<boolean>;
  };
  /** How much goes on sale may hang on the category. */
  ledger: Pick<LedgerApi, "placeCategories">;
}

/**
 * One product's own category, which precedes the mapping; `null` returns to the mapping. SyncError
 * merchant `product.not_found` and those of `requireLeaf`.
 */
export async function overrideCategory(
  deps: OverrideCategoryDeps,
  productId: string,
  categoryId: string | null,
): Promise<void> {
  if (categoryId !== null) await requireLeaf(deps, categoryId);
  if (!(await deps.products.change(productId, { channelCategoryId: categoryId })))
    throw new SyncError("merchant", "product.not_found", { productId });
  await deps.ledger.placeCategories();
}
