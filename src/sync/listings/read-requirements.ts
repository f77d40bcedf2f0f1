import type { StoredProduct } from "../../domain/catalogue/product-record";
import type { Reason } from "../../domain/errors/reason";
import { SyncError } from "../../domain/errors/sync-error";
import type { ListingAttribute, ListingRules } from "../../domain/listings/listing-rules";
import { planListing } from "../../domain/listings/plan-listing";
import { resolveFields, type FieldOrigin } from "../../domain/listings/resolve-fields";
import { listingInput, withListing, type ListingInputDeps } from "./listing-input";

export interface ReadRequirementsDeps extends ListingInputDeps {
  products: { find(productId: string): Promise<StoredProduct | undefined> };
}

type Attribute = Pick<
  ListingAttribute,
  "id" | "name" | "isRequired" | "isCustomizable" | "isMultiple"
> & {
  values: { id: string; name: string }[];
  /** Which level fills it; null: none. */
  origin: FieldOrigin | null;
};
type Certification = Pick<ListingRules["certifications"][number], "id" | "name" | "isRequired">;

export interface Requirements {
  categoryId: string | null;
  categoryPath: string | null;
  /** Attributes of the product; those that tell variants apart come from the store. */
  attributes: Attribute[];
  certifications: Certification[];
  sizeChart: ListingRules["sizeChart"];
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
  const { attributes } = resolveFields(input);
  return {
    categoryId: input.category?.id ?? null,
    categoryPath: input.category?.path ?? null,
    attributes: input.attributes
      .filter(({ kind }) => kind === "product")
      .map(({ id, name, isRequired, isCustomizable, isMultiple, values }) => ({
        id,
        name,
        isRequired,
        isCustomizable,
        isMultiple,
        values: [...values],
        origin: attributes.get(id)?.origin ?? null,
      })),
    certifications: (input.rules?.certifications ?? []).map(({ id, name, isRequired }) => ({
      id,
      name,
      isRequired,
    })),
    sizeChart: input.rules?.sizeChart ?? "none",
    missing: answer.isReady ? [] : answer.reasons,
  };
}
