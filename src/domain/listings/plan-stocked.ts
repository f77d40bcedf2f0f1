/** A product's listing with its stock: what a push sends, or everything that stands in the way of it. */
import { offerStock, type StockAnswer } from "../stock/offer-stock";
import type { CheckReason } from "./check-reason";
import type { ListingInput, ListingPlan } from "./listing-plan";
import { planListing } from "./plan-listing";
import { keepsAll, type Ruling, type SyncRules } from "./sync-rules";

interface Stock {
  /** Units that can be sold, by variant id. */
  quantities: ReadonlyMap<string, number>;
  /** Variants that stand in the listing. */
  published: ReadonlySet<string>;
}

/**
 * Why no push touches a listing: nothing of it is Weft's to say, or it is a draft, which an edit would put on
 * sale. Undefined: it is pushed. `status`: of the listing, undefined while the channel has none.
 */
export function leftAlone(
  ruling: Ruling,
  status: string | undefined,
): "listing.kept_by_channel" | "listing.draft_waits" | undefined {
  if (keepsAll(ruling)) return "listing.kept_by_channel";
  return status === "draft" ? "listing.draft_waits" : undefined;
}

/** Whether the listing is sent with stock: of one whose variants are the channel's, or of a draft, none is. */
export const sendsStock = ({ ruling, listedAs }: ListingInput, { create }: SyncRules): boolean =>
  !ruling.kept.includes("details") && (listedAs !== null || create.stock !== "none");

export function planStocked(
  input: ListingInput,
  rules: SyncRules,
  { quantities, published }: Stock,
): StockAnswer | { isReady: false; reasons: CheckReason[] } {
  const answer = planListing(input);
  if (!answer.isReady) return answer;
  const { plan } = answer;
  if (sendsStock(input, rules)) return offerStock(plan, quantities, published);
  // None is added to what the channel keeps.
  const isIn = ({ variantId }: ListingPlan["skus"][number]) =>
    input.listedAs === null || published.has(variantId);
  const skus = plan.skus.filter(isIn).map((sku) => ({ ...sku, quantity: 0 }));
  return { isReady: true, plan: { ...plan, skus }, withheld: [] };
}
