import type {
  ListingAttribute,
  ListingCategory,
  ListingRules,
} from "../../domain/listings/listing-rules";
import type { ChannelSession } from "../../platforms/channel";
import { MAX_AGE_MS, refreshTree, type ChannelTreeDeps } from "./channel-tree";

export interface CategoryNeedsDeps extends ChannelTreeDeps {
  channelCategories: ChannelTreeDeps["channelCategories"] & {
    findRules(categoryId: string): Promise<{ body: unknown; readAt: number } | undefined>;
    saveRules(categoryId: string, body: unknown): Promise<void>;
  };
  mappings: {
    find(
      sourceCategoryId: string,
    ): Promise<{ state: "suggested" | "accepted"; channelCategoryId: string } | undefined>;
  };
  openChannel(): Promise<Pick<ChannelSession, "listCategories" | "readRules" | "listAttributes">>;
}

export interface CategoryNeeds {
  /** Undefined while neither the product nor its source category has one. */
  category: ListingCategory | undefined;
  /** Undefined where the shop may not list in the category. */
  rules: ListingRules | undefined;
  attributes: readonly ListingAttribute[];
}

type Rules = { rules: ListingRules; attributes: readonly ListingAttribute[] };

/** The product's own category, else the accepted one of its source category, with what it requires. */
export async function categoryNeeds(
  deps: CategoryNeedsDeps,
  product: { sourceCategoryId: string | null; channelCategoryId: string | null },
): Promise<CategoryNeeds> {
  const nothing = { category: undefined, rules: undefined, attributes: [] };
  const categoryId = product.channelCategoryId ?? (await mappedId(deps, product.sourceCategoryId));
  if (!categoryId) return nothing;
  await refreshTree(deps);
  const category = await deps.channelCategories.find(categoryId);
  if (!category) return nothing;
  if (!category.isLeaf || category.permission !== "available") return { ...nothing, category };
  return { category, ...(await cachedRules(deps, categoryId)) };
}

async function mappedId(
  { mappings }: Pick<CategoryNeedsDeps, "mappings">,
  sourceCategoryId: string | null,
): Promise<string | undefined> {
  const mapping = await mappings.find(sourceCategoryId ?? "");
  return mapping?.state === "accepted" ? mapping.channelCategoryId : undefined;
}

/** Rules and attributes of a leaf, read from the channel when older than the tree may be. */
async function cachedRules(deps: CategoryNeedsDeps, categoryId: string): Promise<Rules> {
  const stored = await deps.channelCategories.findRules(categoryId);
  if (stored && stored.readAt > deps.now() - MAX_AGE_MS) return stored.body as Rules;
  const channel = await deps.openChannel();
  const rules = await channel.readRules(categoryId);
  const body = { rules, attributes: await channel.listAttributes(categoryId) };
  await deps.channelCategories.saveRules(categoryId, body);
  return body;
}
