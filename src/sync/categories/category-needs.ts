import { canonicalText } from "../../domain/canonical-text";
import {
  RULES_SHAPE_VERSION,
  type CategoryRules,
  type ListingAttribute,
  type ListingCategory,
  type ListingRules,
} from "../../domain/listings/listing-rules";
import { sha256 } from "../../lib/sha256";
import type { ChannelSession } from "../../platforms/channel";
import { MAX_AGE_MS, refreshTree, type ChannelTreeDeps } from "./channel-tree";

export interface CategoryNeedsDeps extends ChannelTreeDeps {
  channelCategories: ChannelTreeDeps["channelCategories"] & {
    findRules(categoryId: string): Promise<StoredRules | undefined>;
    saveRules(categoryId: string, read: ReadRules): Promise<void>;
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

/** Rules as the channel answered them now. */
export interface ReadRules {
  body: CategoryRules;
  shapeVersion: number;
  /** Equal for equal rules. */
  bodyHash: string;
}

export interface StoredRules {
  /** CategoryRules where the version is the present one. */
  body: unknown;
  shapeVersion: number;
  /** Epoch ms. */
  readAt: number;
}

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

/** Rules and attributes of a leaf, read from the channel when they are old or of another shape. */
async function cachedRules(deps: CategoryNeedsDeps, categoryId: string): Promise<CategoryRules> {
  const stored = await deps.channelCategories.findRules(categoryId);
  const isFresh = stored !== undefined && stored.readAt > deps.now() - MAX_AGE_MS;
  if (isFresh && stored.shapeVersion === RULES_SHAPE_VERSION) return stored.body as CategoryRules;
  const channel = await deps.openChannel();
  const rules = await channel.readRules(categoryId);
  const body = { rules, attributes: await channel.listAttributes(categoryId) };
  const bodyHash = await sha256(canonicalText(body));
  await deps.channelCategories.saveRules(categoryId, {
    body,
    shapeVersion: RULES_SHAPE_VERSION,
    bodyHash,
  });
  return body;
}
