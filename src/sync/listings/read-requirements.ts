import type { StoredProduct } from "../../domain/catalogue/product-record";
import type { Reason } from "../../domain/errors/reason";
import { SyncError } from "../../domain/errors/sync-error";
import { fieldLevels, type FieldLevel } from "../../domain/listings/field-levels";
import { planListing } from "../../domain/listings/plan-listing";
import { toDemands, type Demands } from "../../domain/listings/to-demands";
import { listingInput, withListing, type ListingInputDeps } from "./listing-input";

export interface ReadRequirementsDeps extends ListingInputDeps {
  products: { find(productId: string): Promise<StoredProduct | undefined> };
}

export interface Requirements extends Demands {
  categoryId: string | null;
  categoryPath: string | null;
  fields: FieldLevel[];
  /** Every reason a push would be refused for now. */
  missing: Reason[];
}

/** What the product's category requires. SyncError merchant `product.not_found`. */
export async function readRequirements(
  deps: ReadRequirementsDeps,
  productId: string,
): Promise<Requirements> {
  const stored = await deps.products.find(productId);
  if (!stored) throw new SyncError("merchant", "product.not_found", { productId });
  const listing = await deps.listings.find(productId);
  const input = await listingInput(deps, withListing(stored, listing));
  const answer = planListing(input);
  const { category, rules, attributes } = input;
  return {
    categoryId: category?.id ?? null,
    categoryPath: category?.path ?? null,
    ...toDemands({ attributes, ...(rules ? { rules } : {}) }),
    fields: fieldLevels(input),
    missing: answer.isReady ? [] : answer.reasons,
  };
}
