/**
 * Publishes one product: refuse with all reasons, or send what changed and save what the channel
 * answered. After an unclear answer it searches the channel before it creates, so a lost answer
 * never makes a second product. It knows neither tasks nor tables, nor the wire format of a listing.
 */
import { isCheckCode } from "../../domain/listings/check-reason";
import { contentChange } from "../../domain/listings/content-change";
import { planWrites, sentAfter } from "../../domain/listings/plan-writes";
import { isCreated } from "../../domain/listings/ruled-content";
import { CONTENT_FIELDS, type SentContent } from "../../domain/listings/sent-content";
import type { StoredProduct } from "../../domain/catalogue/product-record";
import { refusedState } from "../../domain/listings/apply-report";
import type { ItemChange } from "../../domain/tasks/item-change";
import type { ItemOutcome } from "../../domain/tasks/item-outcome";
import { toReason, type Reason } from "../../domain/errors/reason";
import { asSyncError, SyncError } from "../../domain/errors/sync-error";
import { soldAs } from "../catalogue/link-anew";
import { contentHash, legacyHash } from "./hash-content";
import { refuseOverLimit } from "./day-limit";
import { planPush, writesOf, type ReadyPush } from "./plan-push";
import type { PushListingDeps } from "./push-ports";
import { findShownListing, refreshListing, type RefreshListingDeps } from "./refresh-listing";
import { adoptListing, sendListing, type Claim } from "./send-listing";
import { uploadPictures, withPictureUrl } from "./upload-pictures";

/** Letters of the content hash that an intent's key carries, to recognise later what was being sent. */
const HASH_LETTERS = 16;
/** Time for downloads and uploads of a full gallery besides the calls themselves. */
const UPLOAD_MS = 60_000;
/** After the channel's time-out has passed for sure. */
const MARGIN_MS = 500;

/** Throws SyncError where a later try may help; a refusal is a "failed" outcome. */
export async function pushListing(
  deps: PushListingDeps & RefreshListingDeps,
  productId: string,
): Promise<ItemOutcome> {
  const product = await deps.products.find(productId);
  if (!product) return failed([{ code: "product.not_found", facts: { productId } }]);
  const listing = await deps.listings.find(productId);
  const planned = await planPush(deps, product, listing);
  if (planned === "listing.draft_waits" && !(await isStillDraft(deps, productId)))
    return pushListing(deps, productId);
  if (typeof planned === "string") return skipped(deps, product, planned);
  if (!planned.isReady) {
    const syncState = refusedState(listing?.channelProductId);
    // What the product's check says is not written a second time; what the channel said stays.
    const others = planned.reasons.filter(({ code }) => !isCheckCode(code));
    const reasons = others.length > 0 ? { reasons: others } : {};
    await deps.listings.recordRefusal(productId, { ...reasons, syncState });
    return failed(planned.reasons);
  }
  if (listing?.intentKey === null && (await writesOf(deps, listing, planned)).length === 0)
    return nothingToSend(deps, product);
  return sendClaimed(deps, product, planned);
}

/** The seller puts a draft on sale, and the event of that may be lost: the channel is asked. */
async function isStillDraft(
  deps: PushListingDeps & RefreshListingDeps,
  productId: string,
): Promise<boolean> {
  const shown = await findShownListing(deps, productId);
  if (shown) await refreshListing(deps, shown);
  const listing = await deps.listings.find(productId);
  return listing?.channelProductId != null && listing.status === "draft";
}

function nothingToSend(deps: PushListingDeps, product: StoredProduct): Promise<ItemOutcome> {
  return skipped(deps, product, "listing.nothing_to_send");
}

/** The badge follows, if an earlier refusal left another one. */
async function skipped(
  deps: PushListingDeps,
  product: StoredProduct,
  code: string,
): Promise<ItemOutcome> {
  if (product.syncState !== "synced")
    await deps.listings.recordRefusal(product.productId, { reasons: [], syncState: "synced" });
  return { state: "skipped", reasons: [{ code, facts: {} }] };
}

async function sendClaimed(
  deps: PushListingDeps,
  product: StoredProduct,
  ready: ReadyPush,
): Promise<ItemOutcome> {
  const { productId } = product;
  const { plan, wanted, rules } = ready;
  const ownKey = `${deps.newId("push")}.${toSuffix(await contentHash(wanted))}`;
  const heldUntil = deps.now() + UPLOAD_MS + 2 * deps.timeoutMs;
  const listing = await deps.listings.claim(productId, { intentKey: ownKey, until: heldUntil });
  if (!listing)
    throw new SyncError("retry", "listing.busy", { retryAfterMs: deps.timeoutMs + MARGIN_MS });
  const intentKey = listing.intentKey ?? ownKey;
  const isFateOpen = intentKey !== ownKey;
  const { channelProductId, status, origin } = listing;
  if (channelProductId !== ready.basis.channelProductId || origin !== ready.basis.origin) {
    // Mapped, unmapped or made meanwhile: it is planned anew. What is open stays open.
    const own = { intentKey, heldUntil };
    if (isFateOpen) await deps.listings.hold(productId, own, deps.now());
    else await deps.listings.release(productId, own, {});
    throw new SyncError("retry", "listing.busy", { retryAfterMs: MARGIN_MS });
  }
  const claim: Claim = {
    productId,
    intentKey,
    heldUntil,
    plan,
    soldAs: new Map(product.body.variants.map((variant) => [variant.id, soldAs(variant)])),
    wanted,
    rules,
    origin,
    sent: isFateOpen ? null : listing.sent,
    isFateOpen,
    channelProductId,
    status,
  };
  try {
    const outcome = await sendOnce(deps, claim);
    if (typeof outcome === "object" && "isSent" in outcome)
      return done(product, ready.withheld, outcome);
    if (typeof outcome === "object") return await refuse(deps, claim, outcome);
    await deps.listings.release(productId, claim, {});
    return await skipped(deps, product, outcome);
  } catch (caught) {
    const error = asSyncError(caught);
    if (claim.isFateOpen) throw await keepIntent(deps, claim, error);
    if (error.remedy === "merchant") return refuse(deps, claim, [toReason(error)]);
    await deps.listings.release(productId, claim, {});
    throw error;
  }
}

interface Sent {
  isSent: true;
  /** What it was sent without. */
  notices?: readonly Reason[];
  /** Absent of an earlier send that was found. */
  change?: ItemChange;
}

/** Why nothing had to be sent. */
type Unsent = "listing.nothing_to_send" | "listing.draft_waits";

/** Answers the reasons where nothing could be sent. */
async function sendOnce(
  deps: PushListingDeps,
  claim: Claim,
): Promise<Sent | Unsent | readonly Reason[]> {
  let others: readonly string[] = [];
  // Before anything is asked or uploaded for it.
  if (!claim.isFateOpen && claim.channelProductId === null) await refuseOverLimit(deps);
  if (claim.isFateOpen && claim.channelProductId === null) {
    // The lost send may have carried the content of now: then nothing is left to do.
    const isSame = await carried(claim);
    const found = await adoptListing(deps, claim, isSame ? createdContent(claim) : null);
    if (found.isAdopted && isSame) return { isSent: true };
    others = found.others;
  } else if (claim.isFateOpen) {
    // The lost edit may have reached the channel: what stands there is unknown from here on.
    await deps.listings.forgetSent(claim.productId, claim);
  } else if (claim.channelProductId === null && deps.connection.hadListings) {
    // What an earlier connection of this shop made is taken over, and brought to what is wanted now.
    others = (await adoptListing(deps, claim, null)).others;
  }
  claim.isFateOpen = false;
  if (claim.channelProductId !== null && claim.status === "draft") return "listing.draft_waits";
  const rival = await findRival(deps, claim, others);
  if (rival !== undefined) return [{ code: "listing.made_by_hand", facts: { id: rival } }];
  const { wanted, sent, status, channelProductId, rules } = claim;
  const listed =
    channelProductId === null ? undefined : { sent, isRejected: status === "rejected" };
  const [write] = planWrites({ wanted, listed, rules });
  if (!write) return "listing.nothing_to_send";
  const { uris, refused, notices } = await uploadPictures(deps, claim.plan, write);
  if (refused.length > 0) return refused;
  const change = contentChange({ ...claim, write });
  try {
    await sendListing(deps, claim, write, uris);
  } catch (caught) {
    throw withPictureUrl(caught, uris);
  }
  return { isSent: true, change, notices };
}

/**
 * A listing of the same goods that the seller made, so that none is made beside it. Whoever has hidden one
 * wants no product to stand for it. `others`: those the channel has just told of.
 */
async function findRival(
  { unmapped }: PushListingDeps,
  { channelProductId, productId }: Claim,
  others: readonly string[],
): Promise<string | undefined> {
  if (channelProductId !== null) return undefined;
  for (const id of others) if (!(await unmapped.find(id))?.isHidden) return id;
  return unmapped.ofProduct(productId);
}

/** What a listing that was just made holds. */
function createdContent({ wanted, rules }: Claim): SentContent {
  const fields = CONTENT_FIELDS.filter((field) => isCreated(rules, field));
  return sentAfter(null, wanted, { fields }, rules);
}

/** Whether the intent was to send what is wanted now; 0.2 named its intents by the hash of its own. */
async function carried({ intentKey, wanted, plan }: Claim): Promise<boolean> {
  const hashes = [await contentHash(wanted), await legacyHash(plan)];
  return hashes.some((hash) => intentKey.endsWith(`.${toSuffix(hash)}`));
}

const toSuffix = (hash: string) => hash.slice(0, HASH_LETTERS);

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

function done(
  { body }: StoredProduct,
  withheld: readonly string[],
  { notices = [], change }: Sent,
): ItemOutcome {
  const soldOut = { code: "listing.variants_sold_out", facts: { skus: withheld } };
  return {
    state: "done",
    reasons: [
      ...(body.isHidden ? [{ code: "listing.hidden_in_store", facts: {} }] : []),
      ...(withheld.length > 0 ? [soldOut] : []),
      ...notices,
    ],
    change,
  };
}
