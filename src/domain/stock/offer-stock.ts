import type { ListingPlan } from "../listings/listing-plan";
import type { PlannedSku } from "../listings/plan-variants";
import type { Reason } from "../errors/reason";

export interface StockedSku extends PlannedSku {
  quantity: number;
}

export type StockedPlan = Omit<ListingPlan, "skus"> & { skus: readonly StockedSku[] };

export type StockAnswer =
  | { isReady: true; plan: StockedPlan; withheld: string[] }
  | { isReady: false; reasons: Reason[] };

/** TikTok Shop prints 1 to 99 999 as the range of a quantity. */
const MAX_QUANTITY = 99_999;

/**
 * Adds quantities by variant id. A channel refuses a new SKU with nothing to sell, so sold-out
 * variants that are not on the channel yet are withheld until there is stock, and a product with
 * nothing to sell at all is not listed; inventing a unit would sell what nobody has. A variant that
 * is on the channel stays in the listing with 0, because leaving it out would delete it there.
 */
export function offerStock(
  plan: ListingPlan,
  quantities: ReadonlyMap<string, number>,
  publishedVariants: ReadonlySet<string>,
): StockAnswer {
  const stocked = plan.skus.map((sku) => ({
    ...sku,
    quantity: Math.min(Math.max(0, quantities.get(sku.variantId) ?? 0), MAX_QUANTITY),
  }));
  const isOffered = (sku: StockedSku) => sku.quantity > 0 || publishedVariants.has(sku.variantId);
  const skus = stocked.filter(isOffered);
  if (skus.length === 0)
    return { isReady: false, reasons: [{ code: "listing.sold_out", facts: {} }] };
  return {
    isReady: true,
    plan: { ...plan, skus },
    withheld: stocked.filter((sku) => !isOffered(sku)).map((sku) => sku.sellerSku),
  };
}
