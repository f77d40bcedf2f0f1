/**
 * What a push of a product would come to as things stand: it is refused, has nothing to say, or what it
 * would write. A push carries it out, a dry run shows it. It sends nothing.
 */
import type { StoredProduct } from "../../domain/catalogue/product-record";
import type { Reason } from "../../domain/errors/reason";
import type { ListingRecord } from "../../domain/listings/listing-record";
import { leftAlone, planStocked, sendsStock } from "../../domain/listings/plan-stocked";
import { planWrites, type ListingWrite } from "../../domain/listings/plan-writes";
import type { SentContent, WantedContent } from "../../domain/listings/sent-content";
import { resolveRules, rulingOf, type SyncRules } from "../../domain/listings/sync-rules";
import type { StockedPlan } from "../../domain/stock/offer-stock";
import { seenVariants } from "../catalogue/observe-products";
import { legacyHash, wantedContent } from "./hash-content";
import { listingInput, withListing } from "./listing-input";
import type { PushListingDeps } from "./push-ports";

/** A push that nothing refuses. */
export interface ReadyPush {
  isReady: true;
  plan: StockedPlan;
  wanted: WantedContent;
  rules: SyncRules;
  /** SKUs of variants that it goes without. */
  withheld: readonly string[];
  /** The listing that it was planned for. */
  basis: Pick<ListingRecord, "channelProductId" | "origin">;
}

export type PlannedPush = ReadyPush | { isReady: false; reasons: readonly Reason[] };

/** A code: why the listing is left alone. `listing`: as stored, undefined where there is none. */
export async function planPush(
  deps: PushListingDeps,
  product: StoredProduct,
  listing: ListingRecord | undefined,
): Promise<NonNullable<ReturnType<typeof leftAlone>> | PlannedPush> {
  const listed = withListing(product, listing);
  const { syncRules } = deps.connection.settings;
  const rules = resolveRules(listing?.origin ?? "pushed", syncRules, product.details.rules);
  const isListed = listed.listedAs !== null;
  const left = leftAlone(rulingOf(rules, isListed), isListed ? listing?.status : undefined);
  if (left) return left;
  const input = await listingInput(deps, listed);
  const categoryId = sendsStock(input, rules) ? (input.category?.id ?? "") : null;
  const stock = await readStock(deps, product, categoryId);
  const planned = planStocked(input, rules, stock);
  if (!planned.isReady) return planned;
  const { channelProductId = null, origin = "pushed" } = listing ?? {};
  const basis = { channelProductId, origin };
  return { ...planned, wanted: await wantedContent(planned.plan), rules, basis };
}

async function readStock(
  deps: PushListingDeps,
  product: StoredProduct,
  categoryId: string | null,
): Promise<Parameters<typeof planStocked>[2]> {
  const offers = await deps.listings.offersOf(product.productId);
  const published = new Set(offers.map(({ variantId }) => variantId));
  if (categoryId === null) return { published, quantities: new Map() };
  const views = await deps.ledger.planStock(
    seenVariants([product.body]),
    product.updatedAt,
    categoryId || undefined,
  );
  const quantities = new Map(views.map(({ variantId, sellable }) => [variantId, sellable]));
  return { published, quantities };
}

/** What has to be written on the channel. */
export async function writesOf(
  deps: PushListingDeps,
  listing: ListingRecord,
  push: ReadyPush,
): Promise<ListingWrite[]> {
  const { wanted, rules } = push;
  if (listing.channelProductId === null) return planWrites({ wanted, rules, listed: undefined });
  const isRejected = listing.status === "rejected";
  return planWrites({
    wanted,
    rules,
    listed: { sent: await sentBefore(deps, listing, push), isRejected },
  });
}

/** What the channel has; a row of 0.2 that holds the content of now is brought up to date here. */
async function sentBefore(
  deps: PushListingDeps,
  { productId, sent, sentHash }: ListingRecord,
  { plan, wanted }: ReadyPush,
): Promise<SentContent | null> {
  if (sent !== null || sentHash === null || (await legacyHash(plan)) !== sentHash) return sent;
  await deps.listings.fillSent(productId, wanted, sentHash);
  return wanted;
}
