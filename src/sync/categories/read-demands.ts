/** What a category asks of its products, and what the merchant set for all of them. */
import type { FieldMapping } from "../../domain/listings/field-mapping";
import type { DetailsPatch, ListingDetails } from "../../domain/listings/listing-details";
import { toDemands, type Demands } from "../../domain/listings/to-demands";
import { cachedRules, type CategoryNeedsDeps } from "./category-needs";
import { requireLeaf } from "./channel-tree";

export interface ReadDemandsDeps extends Omit<CategoryNeedsDeps, "mappings"> {
  categoryFields: {
    find(categoryId: string): Promise<{ details: ListingDetails; mappings: FieldMapping[] }>;
  };
  categoryProducts: {
    /** Products that are sold in the category, by their own choice or by their store category's. */
    count(categoryId: string): Promise<number>;
  };
}

export interface CategoryDemands extends Demands {
  categoryId: string;
  categoryPath: string;
  productCount: number;
  details: ListingDetails;
  mappings: FieldMapping[];
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
  return { categoryId, categoryPath: path, productCount, ...toDemands(rules), ...set };
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
