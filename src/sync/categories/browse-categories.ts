import type { ChannelCategoryRecord } from "../../domain/categories/category-record";
import { refreshTree, type ChannelTreeDeps } from "./channel-tree";

const SEARCH_LIMIT = 50;

export interface BrowseCategoriesDeps extends ChannelTreeDeps {
  channelCategories: ChannelTreeDeps["channelCategories"] & {
    searchLeaves(search: string, limit: number): Promise<ChannelCategoryRecord[]>;
    listChildren(parentId: string): Promise<ChannelCategoryRecord[]>;
  };
}

/** Leaves whose path holds every word of `search`, at most 50. */
export async function searchCategories(
  deps: BrowseCategoriesDeps,
  search: string,
): Promise<ChannelCategoryRecord[]> {
  await refreshTree(deps);
  return deps.channelCategories.searchLeaves(search, SEARCH_LIMIT);
}

/** Children of a category, of "0" the departments. */
export async function browseCategories(
  deps: BrowseCategoriesDeps,
  parentId: string,
): Promise<ChannelCategoryRecord[]> {
  await refreshTree(deps);
  return deps.channelCategories.listChildren(parentId);
}
