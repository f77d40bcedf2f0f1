import { ownStockRule, type OwnStockRule } from "../../domain/stock/stock-rule";
import { requireLeaf, type ChannelTreeDeps } from "../categories/channel-tree";
import type { LedgerApi } from "../ledger-api";

export interface SaveCategoryStockDeps extends ChannelTreeDeps {
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
  // A rule of a category that the channel took away may still be cleared.
  if (own) await requireLeaf(deps, categoryId);
  await deps.ledger.setCategoryStock(categoryId, own && ownStockRule(own));
}
