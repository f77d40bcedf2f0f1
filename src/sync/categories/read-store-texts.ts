/** What the store says of products in its own words, with the attributes that nothing fills yet. */
import { askedAttributes, startOfDay } from "../../domain/listings/asked-fields";
import type { SourceProduct } from "../../domain/catalogue/source-product";
import type { StoredProduct } from "../../domain/catalogue/product-record";
import { SyncError } from "../../domain/errors/sync-error";
import type { FieldMapping } from "../../domain/listings/field-mapping";
import type { ListingDetails } from "../../domain/listings/listing-details";
import type { CategoryRules } from "../../domain/listings/listing-rules";
import { chosenOf, resolveFields } from "../../domain/listings/resolve-fields";
import { safetyAttributes } from "../../domain/listings/safety-attribute";
import { storeLines, type StoreLine } from "../../domain/proposals/store-lines";
import { cachedRules, categoryNeeds, type CategoryNeedsDeps } from "./category-needs";
import { requireLeaf } from "./channel-tree";

interface CategoryLevel {
  details: ListingDetails;
  mappings: FieldMapping[];
}

export interface ReadTextsDeps extends CategoryNeedsDeps {
  categoryFields: { find(categoryId: string): Promise<CategoryLevel> };
}

export interface ReadCategoryTextsDeps extends ReadTextsDeps {
  proposedProducts: {
    page(
      categoryId: string,
      cursor: string | undefined,
      limit: number,
    ): Promise<{ rows: ProposedProduct[]; next: string | null }>;
  };
}

/** A product as the store has it, with what the merchant set for it. */
export interface ProposedProduct {
  product: SourceProduct;
  details: ListingDetails;
}

export interface StoreTexts {
  lines: StoreLine[];
  /** Ids of attributes that are asked beside what is chosen already, and have no value at any level. */
  open: string[];
}

export interface ProductTexts extends StoreTexts {
  productId: string;
  name: string;
}

/** A description of 8 kB each is what an answer can carry. */
const PAGE = 25;

/** SyncError merchant as of `requireLeaf`, `request.invalid` for a foreign cursor. */
export async function readCategoryTexts(
  deps: ReadCategoryTextsDeps,
  categoryId: string,
  cursor: string | undefined,
): Promise<{ products: ProductTexts[]; next: string | null }> {
  await requireLeaf(deps, categoryId);
  const [rules, level, { rows, next }] = await Promise.all([
    cachedRules(deps, categoryId),
    deps.categoryFields.find(categoryId),
    deps.proposedProducts.page(categoryId, cursor, PAGE),
  ]);
  const products = rows.map((row) => ({
    productId: row.product.id,
    name: row.product.name,
    ...textsOf(row, rules, level, deps.now()),
  }));
  return { products, next };
}

export interface ReadProductTextsDeps extends ReadTextsDeps {
  products: { find(productId: string): Promise<StoredProduct | undefined> };
}

/** Nothing without a category. SyncError merchant `product.not_found`. */
export async function readProductTexts(
  deps: ReadProductTextsDeps,
  productId: string,
): Promise<StoreTexts> {
  const stored = await deps.products.find(productId);
  if (!stored) throw new SyncError("merchant", "product.not_found", { productId });
  const { category, rules } = await categoryNeeds(deps, stored);
  if (!category || !rules) return { lines: [], open: [] };
  const level = await deps.categoryFields.find(category.id);
  return textsOf({ product: stored.body, details: stored.details }, rules, level, deps.now());
}

/** What a seller answers for is never open: no machine proposes it. */
function textsOf(
  { product, details }: ProposedProduct,
  { rules, attributes }: CategoryRules,
  { details: categoryDetails, mappings }: CategoryLevel,
  now: number,
): StoreTexts {
  const today = startOfDay(now);
  const sources = { product, details, categoryDetails, mappings, defaults: {}, attributes, rules };
  const filled = resolveFields({ ...sources, today }).attributes;
  const safety = safetyAttributes(attributes);
  const asked = askedAttributes(attributes, chosenOf(filled));
  const open = attributes
    .filter(({ id, kind }) => kind === "product" && asked.has(id))
    .map(({ id }) => id)
    .filter((id) => !filled.has(id) && !safety.has(id));
  return { lines: open.length > 0 ? storeLines(product) : [], open };
}
