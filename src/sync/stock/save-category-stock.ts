import { ownStockRule, type OwnStockRule } from "../../domain/stock/stock-rule";
import { requireLeaf, type ChannelTreeDeps } from "../categories/channel-tree";
import type { LedgerApi } from "../ledger-api";

export interface SaveCategoryStockDeps extends ChannelTreeDeps {
  categoryProducts: { list(categoryId: string): Promise<string[]> };
  ledger: Pick<LedgerApi, "setCategoryStock">;
}

/**
 * Keeps how much goes on sale of a category's products: in the ledger, which sends what that changes. A repeat does
 * the same once more. SyncError merchant as of `requireLeaf`.
 */
export async function saveCategoryStock(
  deps: SaveCategoryStockDeps,
  categoryId: string,
  own: OwnStockRule | null,
): Promise<void> {
  await requireLeaf(deps, categoryId);
  const productIds = await deps.categoryProducts.list(categoryId);
  await deps.ledger.setCategoryStock(categoryId, own && ownStockRule(own), productIds);
}
