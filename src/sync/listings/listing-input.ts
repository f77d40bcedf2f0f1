import { startOfDay } from "../../domain/listings/asked-fields";
import type { StoredProduct } from "../../domain/catalogue/product-record";
import type { FieldMapping } from "../../domain/listings/field-mapping";
import type { ListingDetails } from "../../domain/listings/listing-details";
import type { MarketLimits } from "../../domain/listings/market";
import type { ListingInput } from "../../domain/listings/listing-plan";
import { listedAs, type ListingOrigin } from "../../domain/listings/listing-origin";
import {
  NO_CATEGORY,
  rulingFor,
  toListingInput,
  type ConnectionFacts,
} from "../../domain/listings/to-listing-input";
import { categoryNeeds, type CategoryNeedsDeps } from "../categories/category-needs";

export interface ListingInputDeps extends CategoryNeedsDeps {
  /** What the merchant set for a category of the channel, in one read. */
  categoryFields: {
    find(categoryId: string): Promise<{ details: ListingDetails; mappings: FieldMapping[] }>;
  };
  connection: {
    id: string;
    /** Undefined for a market nothing is known of. */
    market: { limits: MarketLimits } | undefined;
    warehouseId: string;
    settings: Pick<
      ConnectionFacts,
      "packageDefaults" | "defaultParties" | "syncRules" | "priceRule"
    >;
  };
  listings: {
    find(
      productId: string,
    ): Promise<{ channelProductId: string | null; origin: ListingOrigin } | undefined>;
  };
}

/** A product with who made its listing; null while the channel has none. */
export type ListedProduct = StoredProduct & { listedAs: ListingOrigin | null };

/** `listing`: as it is stored, undefined where there is none. */
export function withListing(
  product: StoredProduct,
  listing: { channelProductId: string | null; origin: ListingOrigin } | undefined,
): ListedProduct {
  return { ...product, listedAs: listedAs(listing) };
}

/**
 * Everything a listing is planned from, the category's rules read again where they are old. Nothing is
 * asked of a category whose demands are the channel's to meet.
 */
export async function listingInput(
  deps: ListingInputDeps,
  product: ListedProduct,
): Promise<ListingInput> {
  const { market, warehouseId, settings } = deps.connection;
  const { packageDefaults, defaultParties, syncRules, priceRule } = settings;
  const { kept } = rulingFor(product, syncRules);
  return toListingInput(
    product,
    kept.includes("details") ? NO_CATEGORY : await categoryFacts(deps, product),
    {
      limits: market?.limits,
      warehouseId,
      packageDefaults,
      defaultParties,
      syncRules,
      priceRule,
      today: startOfDay(deps.now()),
    },
  );
}

async function categoryFacts(deps: ListingInputDeps, product: StoredProduct) {
  const needs = await categoryNeeds(deps, product);
  const ofCategory = needs.category && (await deps.categoryFields.find(needs.category.id));
  const { details = {}, mappings = [] } = ofCategory ?? {};
  return { ...needs, details, mappings };
}
