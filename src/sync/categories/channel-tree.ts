/**
 * The channel's category tree, cached. A day is old enough to read it again; the channel changes its
 * tree a few times a year.
 */
import type { ChannelCategoryRecord } from "../../domain/categories/category-record";
import { withPaths, type TreeCategory } from "../../domain/categories/category-tree";
import { SyncError } from "../../domain/errors/sync-error";
import type { ChannelSession } from "../../platforms/channel";

export const MAX_AGE_MS = 86_400_000;

export interface ChannelTreeDeps {
  channelCategories: {
    /** Epoch ms; null: never. */
    treeReadAt(): Promise<number | null>;
    saveTree(nodes: readonly (TreeCategory & { path: string })[]): Promise<void>;
    find(categoryId: string): Promise<ChannelCategoryRecord | undefined>;
  };
  openChannel(): Promise<Pick<ChannelSession, "listCategories">>;
  now(): number;
}

/** Reads the tree from the channel in one call when it is older than a day. */
export async function refreshTree(deps: ChannelTreeDeps): Promise<void> {
  const readAt = await deps.channelCategories.treeReadAt();
  if (readAt !== null && readAt > deps.now() - MAX_AGE_MS) return;
  const channel = await deps.openChannel();
  const nodes = withPaths(await channel.listCategories());
  if (nodes.length > 0) await deps.channelCategories.saveTree(nodes);
}

/**
 * A leaf the shop may sell in, or SyncError merchant `category.unknown`, `category.not_leaf`,
 * `category.forbidden`.
 */
export async function requireLeaf(
  deps: ChannelTreeDeps,
  categoryId: string,
): Promise<ChannelCategoryRecord> {
  await refreshTree(deps);
  const category = await deps.channelCategories.find(categoryId);
  if (!category) throw new SyncError("merchant", "category.unknown", { categoryId });
  const { path, isLeaf, permission } = category;
  const facts = { category: path };
  if (!isLeaf) throw new SyncError("merchant", "category.not_leaf", facts);
  if (permission !== "available")
    throw new SyncError("merchant", "category.forbidden", { ...facts, permission });
  return category;
}
