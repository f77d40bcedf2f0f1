/**
 * Publishes one product: refuse with all reasons, or send once and save what the channel answered.
 * After an unclear answer it searches the channel before it creates, so a lost answer never makes a
 * second product. It knows neither tasks nor tables, nor the wire format of a listing.
 */
import { canonicalText } from "../../domain/canonical-text";
import { offerStock, sentContent, type StockedPlan } from "../../domain/stock/offer-stock";
import { planListing } from "../../domain/listings/plan-listing";
import type { StoredProduct } from "../../domain/catalogue/product-record";
import { refusedState } from "../../domain/listings/apply-report";
import type { ItemOutcome } from "../../domain/tasks/item-outcome";
import type { ListingRecord } from "../../domain/listings/listing-record";
import { toReason, type Reason } from "../../domain/errors/reason";
import { asSyncError, SyncError } from "../../domain/errors/sync-error";
import { sha256 } from "../../lib/sha256";
import { seenVariants } from "../catalogue/observe-products";
import { listingInput } from "./listing-input";
import type { PushListingDeps } from "./push-ports";
import { adoptListing, sendListing, type Claim } from "./send-listing";
import { uploadImages } from "./upload-images";

/** Letters of the content hash that an intent's key carries, to recognise later what was being sent. */
const HASH_LETTERS = 16;
/** Time for downloads and uploads of a full gallery besides the calls themselves. */
const UPLOAD_MS = 60_000;
/** After the channel's time-out has passed for sure. */
const MARGIN_MS = 500;

/** Throws SyncError where a later try may help; a refusal is a "failed" outcome. */
export async function pushListing(deps: PushListingDeps, productId: string): Promise<ItemOutcome> {
  const product = await deps.products.find(productId);
  if (!product) return failed([{ code: "product.not_found", facts: { productId } }]);
  const listing = await deps.listings.find(productId);
  const planned = await plan(deps, product, productId);
  if (!planned.isReady) {
    const syncState = refusedState(listing?.channelProductId);
    await deps.listings.recordRefusal(productId, { reasons: planned.reasons, syncState });
    return failed(planned.reasons);
  }
  const hash = await sha256(canonicalText(sentContent(planned.plan)));
  if (listing && isUnchanged(listing, hash)) {
    if (product.syncState !== "synced")
      await deps.listings.recordRefusal(productId, { reasons: [], syncState: "synced" });
    return { state: "skipped", reasons: [{ code: "listing.nothing_to_send", facts: {} }] };
  }
  return sendClaimed(deps, productId, { ...planned, hash });
}

async function plan(deps: PushListingDeps, product: StoredProduct, productId: string) {
  const answer = planListing(await listingInput(deps, product));
  if (!answer.isReady) return answer;
  const offers = await deps.listings.offersOf(productId);
  const views = await deps.ledger.planStock(seenVariants([product.body]), product.updatedAt);
  const quantities = new Map(views.map(({ variantId, sellable }) => [variantId, sellable]));
  return offerStock(answer.plan, quantities, new Set(offers.map(({ variantId }) => variantId)));
}

function isUnchanged(listing: ListingRecord, hash: string): boolean {
  const isThere = listing.channelProductId !== null && listing.intentKey === null;
  return isThere && listing.sentHash === hash && listing.status !== "rejected";
}

interface ReadyPlan {
  plan: StockedPlan;
  hash: string;
  withheld: readonly string[];
}

async function sendClaimed(
  deps: PushListingDeps,
  productId: string,
  ready: ReadyPlan,
): Promise<ItemOutcome> {
  const ownKey = `${deps.newId("push")}.${ready.hash.slice(0, HASH_LETTERS)}`;
  const heldUntil = deps.now() + UPLOAD_MS + 2 * deps.timeoutMs;
  const listing = await deps.listings.claim(productId, { intentKey: ownKey, until: heldUntil });
  if (!listing)
    throw new SyncError("retry", "listing.busy", { retryAfterMs: deps.timeoutMs + MARGIN_MS });
  const intentKey = listing.intentKey ?? ownKey;
  const isFateOpen = intentKey !== ownKey;
  const { plan, hash } = ready;
  const { channelProductId, status } = listing;
  const claim = {
    productId,
    intentKey,
    heldUntil,
    plan,
    hash,
    isFateOpen,
    channelProductId,
    status,
  };
  try {
    const reasons = await sendOnce(deps, claim);
    return reasons.length > 0 ? await refuse(deps, claim, reasons) : done(ready.withheld);
  } catch (caught) {
    const error = asSyncError(caught);
    if (claim.isFateOpen) throw await keepIntent(deps, claim, error);
    if (error.remedy === "merchant") return refuse(deps, claim, [toReason(error)]);
    await deps.listings.release(productId, claim, {});
    throw error;
  }
}

/** Answers the reasons for which nothing was sent; none after a send. */
async function sendOnce(deps: PushListingDeps, claim: Claim): Promise<Reason[]> {
  if (claim.channelProductId === null && claim.isFateOpen) {
    // The lost send may have carried the content of now: then nothing is left to do.
    const isSame = claim.intentKey.endsWith(`.${claim.hash.slice(0, HASH_LETTERS)}`);
    if (await adoptListing(deps, claim, isSame ? claim.hash : null)) if (isSame) return [];
  }
  claim.isFateOpen = false;
  const pictures = claim.plan.skus.flatMap((sku) =>
    sku.options.flatMap(({ imageUrl }) => imageUrl ?? []),
  );
  const main = await uploadImages(deps, "main", claim.plan.imageUrls);
  const option = await uploadImages(deps, "option", pictures);
  const reasons = [...main.reasons, ...option.reasons];
  if (reasons.length === 0)
    await sendListing(deps, claim, { main: main.uris, option: option.uris });
  return reasons;
}

/** Whether the call took effect is unknown: the intent stays and is searched for after its time-out. */
async function keepIntent(
  deps: PushListingDeps,
  claim: Claim,
  error: SyncError,
): Promise<SyncError> {
  const { productId, intentKey, heldUntil } = claim;
  const until = deps.now() + deps.timeoutMs;
  await deps.listings.hold(productId, { intentKey, heldUntil }, until);
  const retryAfterMs = Math.max(error.facts.retryAfterMs ?? 0, deps.timeoutMs + MARGIN_MS);
  const remedy = error.remedy === "merchant" ? "retry" : error.remedy;
  return new SyncError(remedy, error.code, { ...error.facts, retryAfterMs }, { cause: error });
}

async function refuse(
  deps: PushListingDeps,
  claim: Claim,
  reasons: readonly Reason[],
): Promise<ItemOutcome> {
  const syncState = refusedState(claim.channelProductId);
  await deps.listings.release(claim.productId, claim, { reasons, syncState });
  return failed(reasons);
}

function failed(reasons: readonly Reason[]): ItemOutcome {
  return { state: "failed", reasons };
}

function done(withheld: readonly string[]): ItemOutcome {
  const notice = { code: "listing.variants_sold_out", facts: { skus: withheld } };
  return { state: "done", reasons: withheld.length > 0 ? [notice] : [] };
}
