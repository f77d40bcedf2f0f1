/** What the store's own words say of attributes that nothing fills yet, product by product. */
import { askedAttributes, startOfDay } from "../../domain/listings/asked-fields";
import type { SourceProduct } from "../../domain/catalogue/source-product";
import type { StoredProduct } from "../../domain/catalogue/product-record";
import { SyncError } from "../../domain/errors/sync-error";
import type { FieldMapping } from "../../domain/listings/field-mapping";
import type { ListingDetails } from "../../domain/listings/listing-details";
import type { CategoryRules } from "../../domain/listings/listing-rules";
import { chosenOf, resolveFields } from "../../domain/listings/resolve-fields";
import {
  proposeAttributes,
  type AttributeProposal,
} from "../../domain/proposals/propose-attributes";
import { cachedRules, categoryNeeds, type CategoryNeedsDeps } from "./category-needs";
import { requireLeaf } from "./channel-tree";

interface CategoryLevel {
  details: ListingDetails;
  mappings: FieldMapping[];
}

export interface ReadProposalsDeps extends CategoryNeedsDeps {
  categoryFields: { find(categoryId: string): Promise<CategoryLevel> };
}

export interface ReadCategoryProposalsDeps extends ReadProposalsDeps {
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

export interface ProductProposals {
  productId: string;
  name: string;
  proposals: AttributeProposal[];
}

/** So many products are read at once; those without proposals are left out. */
const PAGE = 50;

/** SyncError merchant as of `requireLeaf`, `request.invalid` for a foreign cursor. */
export async function readCategoryProposals(
  deps: ReadCategoryProposalsDeps,
  categoryId: string,
  cursor: string | undefined,
): Promise<{ products: ProductProposals[]; read: number; next: string | null }> {
  await requireLeaf(deps, categoryId);
  const [rules, level, { rows, next }] = await Promise.all([
    cachedRules(deps, categoryId),
    deps.categoryFields.find(categoryId),
    deps.proposedProducts.page(categoryId, cursor, PAGE),
  ]);
  const products = rows
    .map((row) => ({
      productId: row.product.id,
      name: row.product.name,
      proposals: proposalsFor(row, rules, level, deps.now()),
    }))
    .filter(({ proposals }) => proposals.length > 0);
  return { products, read: rows.length, next };
}

export interface ReadProductProposalsDeps extends ReadProposalsDeps {
  products: { find(productId: string): Promise<StoredProduct | undefined> };
}

/** None without a category. SyncError merchant `product.not_found`. */
export async function readProductProposals(
  deps: ReadProductProposalsDeps,
  productId: string,
): Promise<AttributeProposal[]> {
  const stored = await deps.products.find(productId);
  if (!stored) throw new SyncError("merchant", "product.not_found", { productId });
  const { category, rules } = await categoryNeeds(deps, stored);
  if (!category || !rules) return [];
  const level = await deps.categoryFields.find(category.id);
  return proposalsFor({ product: stored.body, details: stored.details }, rules, level, deps.now());
}

/** Of attributes that are asked beside what is chosen already, and have no value at any level. */
function proposalsFor(
  { product, details }: ProposedProduct,
  { rules, attributes }: CategoryRules,
  { details: categoryDetails, mappings }: CategoryLevel,
  now: number,
): AttributeProposal[] {
  const today = startOfDay(now);
  const sources = { product, details, categoryDetails, mappings, defaults: {}, attributes, rules };
  const filled = resolveFields({ ...sources, today }).attributes;
  const asked = askedAttributes(attributes, chosenOf(filled));
  return proposeAttributes(product, attributes, (id) => asked.has(id) && !filled.has(id));
}
