/**
 * Publishes one product: refuse with all reasons, or send once and remember what the channel said.
 * After an unclear answer it looks before it creates, so a lost answer never makes a second
 * product. It knows neither tasks nor tables, nor how a listing looks on the wire.
 */
import { canonicalText } from "../../domain/canonical-text";
import { offerStock, sentContent, type StockedPlan } from "../../domain/stock/offer-stock";
import { planListing } from "../../domain/listings/plan-listing";
import type { Reason } from "../../domain/errors/reason";
import { asSyncError, SyncError } from "../../domain/errors/sync-error";
import { sha256 } from "../../lib/sha256";
import { seenVariants } from "../catalogue/observe-products";
import type { ItemOutcome, KnownListing, PushedProduct, PushListingDeps } from "./push-ports";
import { adoptListing, sendListing, type Claim } from "./send-listing";

/** Letters of the content hash that an intent's key carries, to know later what was being sent. */
const HASH_LETTERS = 16;
/** Room for downloads and uploads of a full gallery besides the calls themselves. */
const UPLOAD_MS = 60_000;
/** After the channel's time-out has passed for sure. */
const MARGIN_MS = 500;

/** Throws SyncError where a later try may help; a refusal is a "failed" outcome. */
export async function pushListing(deps: PushListingDeps, productId: string): Promise<ItemOutcome> {
  const product = await deps.findProduct(productId);
  if (!product) return failed([{ code: "product.not_found", facts: { productId } }]);
  const listing = await deps.findListing(productId);
  const planned = await plan(deps, product, productId);
  if (!planned.isReady) {
    const syncState = refusedState(listing?.channelProductId);
    await deps.recordRefusal(productId, { reasons: planned.reasons, syncState });
    return failed(planned.reasons);
  }
  const hash = await sha256(canonicalText(sentContent(planned.plan)));
  if (listing && isUnchanged(listing, hash)) {
    if (product.syncState !== "synced")
      await deps.recordRefusal(productId, { reasons: [], syncState: "synced" });
    return { state: "skipped", reasons: [{ code: "listing.nothing_to_send", facts: {} }] };
  }
  return sendClaimed(deps, productId, { ...planned, hash });
}

async function plan(deps: PushListingDeps, product: PushedProduct, productId: string) {
  const answer = planListing(product.input);
  if (!answer.isReady) return answer;
  const offers = await deps.offersOf(productId);
  const quantities = await deps.planStock(seenVariants([product.input.product]), product.seenAt);
  return offerStock(answer.plan, quantities, new Set(offers.map(({ variantId }) => variantId)));
}

function isUnchanged(listing: KnownListing, hash: string): boolean {
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
  const ownKey = `${deps.newKey()}.${ready.hash.slice(0, HASH_LETTERS)}`;
  const heldUntil = deps.now() + UPLOAD_MS + 2 * deps.timeoutMs;
  const listing = await deps.claimListing(productId, { intentKey: ownKey, until: heldUntil });
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
    if (error.remedy === "merchant")
      return refuse(deps, claim, [{ code: error.code, facts: { ...error.facts } }]);
    await deps.releaseListing(productId, claim, {});
    throw error;
  }
}

/** Answers reasons for which nothing was sent; none: it was. */
async function sendOnce(deps: PushListingDeps, claim: Claim): Promise<Reason[]> {
  if (claim.channelProductId === null && claim.isFateOpen) {
    // What was being sent then may be what would be sent now: then nothing is left to do.
    const isSame = claim.intentKey.endsWith(`.${claim.hash.slice(0, HASH_LETTERS)}`);
    if (await adoptListing(deps, claim, isSame ? claim.hash : null)) if (isSame) return [];
  }
  claim.isFateOpen = false;
  const pictures = claim.plan.skus.flatMap((sku) =>
    sku.options.flatMap(({ imageUrl }) => imageUrl ?? []),
  );
  const main = await deps.uploadImages("main", claim.plan.imageUrls);
  const option = await deps.uploadImages("option", pictures);
  const reasons = [...main.reasons, ...option.reasons];
  if (reasons.length === 0)
    await sendListing(deps, claim, { main: main.uris, option: option.uris });
  return reasons;
}

/** Nobody knows whether the call took effect: the intent stays, and is looked into after its time-out. */
async function keepIntent(
  deps: PushListingDeps,
  claim: Claim,
  error: SyncError,
): Promise<SyncError> {
  const { productId, intentKey, heldUntil } = claim;
  const until = deps.now() + deps.timeoutMs;
  await deps.holdListing(productId, { intentKey, heldUntil, until });
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
  await deps.releaseListing(claim.productId, claim, { reasons, syncState });
  return failed(reasons);
}

function refusedState(channelProductId: string | null | undefined) {
  return channelProductId ? ("update_failed" as const) : ("sync_failed" as const);
}

function failed(reasons: readonly Reason[]): ItemOutcome {
  return { state: "failed", reasons };
}

function done(withheld: readonly string[]): ItemOutcome {
  const told = { code: "listing.variants_sold_out", facts: { skus: withheld } };
  return { state: "done", reasons: withheld.length > 0 ? [told] : [] };
}
