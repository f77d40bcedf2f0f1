/** What a category asks of its products, and what the merchant set for all of them. */
import type { FieldMapping } from "../../domain/listings/field-mapping";
import type { DetailsPatch, ListingDetails } from "../../domain/listings/listing-details";
import { toDemands, type Demands } from "../../domain/listings/to-demands";
import type { RuleNews } from "../../domain/listings/rule-change";
import { rulesMark } from "../../domain/listings/rules-mark";
import { cachedRules, isNews, type CategoryNeedsDeps } from "./category-needs";
import { requireLeaf } from "./channel-tree";

export interface ReadDemandsDeps extends Omit<CategoryNeedsDeps, "mappings"> {
  categoryFields: {
    find(categoryId: string): Promise<{ details: ListingDetails; mappings: FieldMapping[] }>;
  };
  categoryProducts: {
    /** Products that are sold in the category, by their own choice or by their store category's. */
    count(categoryId: string): Promise<number>;
    /** Products that are kept under a code of the checks. */
    countStopped(code: string): Promise<number>;
  };
}

export interface CategoryDemands extends Demands {
  categoryId: string;
  categoryPath: string;
  productCount: number;
  details: ListingDetails;
  mappings: FieldMapping[];
  news: DemandNews | null;
}

/** What the channel asks of late, and how many products that stops. */
export interface DemandNews {
  /** Epoch ms. */
  changedAt: number;
  items: RuleNews[];
  /** The code under which those products are kept. */
  reason: string;
  stopped: number;
}

/** SyncError merchant as of `requireLeaf`; the channel's where the rules have to be read from it. */
export async function readDemands(
  deps: ReadDemandsDeps,
  categoryId: string,
): Promise<CategoryDemands> {
  const { path } = await requireLeaf(deps, categoryId);
  const [rules, set, productCount] = await Promise.all([
    cachedRules(deps, categoryId),
    deps.categoryFields.find(categoryId),
    deps.categoryProducts.count(categoryId),
  ]);
  const news = await readNews(deps, categoryId);
  return { categoryId, categoryPath: path, productCount, ...toDemands(rules), ...set, news };
}

/** Null where the channel changed nothing of late that anybody has to meet. */
async function readNews(
  { channelCategories, categoryProducts, now }: ReadDemandsDeps,
  categoryId: string,
): Promise<DemandNews | null> {
  const stored = await channelCategories.findRules(categoryId);
  if (!stored?.changedAt || !stored.news?.length || !isNews(stored, now())) return null;
  const reason = rulesMark(categoryId);
  const stopped = await categoryProducts.countStopped(reason);
  return { changedAt: stored.changedAt, items: [...stored.news], reason, stopped };
}

export interface SaveCategoryDetailsDeps extends ReadDemandsDeps {
  categoryFields: ReadDemandsDeps["categoryFields"] & {
    patchDetails(categoryId: string, patch: DetailsPatch): Promise<void>;
  };
}

/** Changes what holds for all products of a category; fields that the patch does not name stay. */
export async function saveCategoryDetails(
  deps: SaveCategoryDetailsDeps,
  categoryId: string,
  patch: DetailsPatch,
): Promise<CategoryDemands> {
  await requireLeaf(deps, categoryId);
  await deps.categoryFields.patchDetails(categoryId, patch);
  return readDemands(deps, categoryId);
}
