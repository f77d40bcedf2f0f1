import type { SourceProduct } from "../../domain/catalogue/source-product";
import type { ListingDetails } from "../../domain/listings/listing-details";
import type { ListingOrigin } from "../../domain/listings/listing-origin";
import { leftAlone, planStocked } from "../../domain/listings/plan-stocked";
import { planWrites } from "../../domain/listings/plan-writes";
import type { SentContent } from "../../domain/listings/sent-content";
import { resolveRules } from "../../domain/listings/sync-rules";
import {
  toListingInput,
  type CategoryFacts,
  type ConnectionFacts,
} from "../../domain/listings/to-listing-input";
import { wantedContent } from "./hash-content";

interface Standing {
  body: SourceProduct;
  details: ListingDetails;
  deletedAt: number | null;
  listedAs: ListingOrigin | null;
  sent: SentContent | null;
  listingStatus: string | null;
  published: readonly string[];
}

/**
 * Whether a push would change a product's listing, as far as what is stored says: stock counts as the store has it,
 * because it decides only whether a variant that is not listed yet is added. False where a push would be refused.
 */
export async function changesWait(
  { facts }: { facts: ConnectionFacts },
  product: Standing,
  ofCategory: CategoryFacts,
): Promise<boolean> {
  const { body, details, listedAs, sent, listingStatus, published } = product;
  if (listedAs === null || sent === null) return false;
  const input = toListingInput(product, ofCategory, facts);
  if (leftAlone(input.ruling, listingStatus ?? undefined)) return false;
  const rules = resolveRules(listedAs, facts.syncRules, details.rules);
  const quantities = new Map(body.variants.map(({ id, quantity }) => [id, quantity]));
  const planned = planStocked(input, rules, { quantities, published: new Set(published) });
  if (!planned.isReady) return false;
  const wanted = await wantedContent(planned.plan);
  return planWrites({ wanted, rules, listed: { sent, isRejected: false } }).length > 0;
}
