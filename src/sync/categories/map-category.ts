import type { CategoryMapping, MappedCategory } from "../../domain/categories/category-record";
import { SyncError } from "../../domain/errors/sync-error";
import type { LedgerApi } from "../ledger-api";
import { requireLeaf, type ChannelTreeDeps } from "./channel-tree";

export interface MapCategoryDeps extends ChannelTreeDeps {
  mappings: {
    list(only: string): Promise<readonly MappedCategory[]>;
    save(mapping: CategoryMapping, source: "person"): Promise<void>;
    remove(sourceCategoryId: string): Promise<void>;
  };
  /** How much goes on sale may hang on the category. */
  ledger: Pick<LedgerApi, "placeCategories">;
}

/**
 * A person's mapping of a source category; `null` removes it. SyncError merchant
 * `category.unknown`, `category.not_leaf`, `category.forbidden`, `category.source_unknown`.
 */
export async function mapCategory(
  deps: MapCategoryDeps,
  sourceCategoryId: string,
  categoryId: string | null,
): Promise<MappedCategory> {
  const [known] = await deps.mappings.list(sourceCategoryId);
  if (!known) throw new SyncError("merchant", "category.source_unknown", { sourceCategoryId });
  if (categoryId === null) {
    await deps.mappings.remove(sourceCategoryId);
    await deps.ledger.placeCategories();
    return { ...known, mapping: null };
  }
  const { id, path } = await requireLeaf(deps, categoryId);
  const chosen = { state: "accepted" as const, confidence: 100 };
  const leaf = { channelCategoryId: id, channelCategoryPath: path };
  await deps.mappings.save({ ...chosen, sourceCategoryId, ...leaf }, "person");
  await deps.ledger.placeCategories();
  return { ...known, mapping: { ...chosen, categoryId: id, path } };
}
