/**
 * The one call that creates or updates a listing, and the search for one whose answer was lost. The
 * ledger learns the offers before the claim ends, so after a crash anywhere the search is repeated.
 */
import { variantKey } from "../../domain/catalogue/source-product";
import { isUnclear } from "../../domain/errors/is-unclear";
import type { SentOffer } from "../../domain/listings/listing-record";
import type { SoldAs } from "../../domain/listings/made-anew";
import type { ListingOrigin } from "../../domain/listings/listing-origin";
import { isUpdated } from "../../domain/listings/ruled-content";
import { retiredSkuIds, sentAfter, type ListingWrite } from "../../domain/listings/plan-writes";
import {
  EMPTY_HASH,
  type ContentField,
  type SentContent,
  type WantedContent,
} from "../../domain/listings/sent-content";
import type { SyncRules } from "../../domain/listings/sync-rules";
import type { StockedPlan, StockedSku } from "../../domain/stock/offer-stock";
import { asSyncError, SyncError } from "../../domain/errors/sync-error";
import type { ListingDraft, SentListing } from "../../platforms/channel-listing";
import type { OfferBinding } from "../ledger-api";
import { createWithinLimit, forgetLimit } from "./day-limit";
import type { PushListingDeps } from "./push-ports";
import { toChange } from "./to-change";

/** A listing this worker has claimed. */
export interface Claim {
  productId: string;
  intentKey: string;
  heldUntil: number;
  plan: StockedPlan;
  /** What the store says of each variant, by its id. */
  soldAs: ReadonlyMap<string, SoldAs>;
  wanted: WantedContent;
  rules: SyncRules;
  origin: ListingOrigin;
  /** What the channel accepted last; null: unknown. */
  sent: SentContent | null;
  /** True from the moment a call may have taken effect until its outcome is known. */
  isFateOpen: boolean;
  channelProductId: string | null;
  status: string;
}

export interface Uris {
  main: ReadonlyMap<string, string>;
  option: ReadonlyMap<string, string>;
}

/** A claim outlasts one call and its retries. */
const CALLS = 3;

/** Executes one write and saves what the channel answered. */
export async function sendListing(
  deps: PushListingDeps,
  claim: Claim,
  write: ListingWrite,
  uris: Uris,
): Promise<void> {
  const offers = await deps.listings.offersOf(claim.productId);
  const known = new Map(offers.map(({ variantId, channelSkuId }) => [variantId, channelSkuId]));
  const planned = new Set(claim.plan.skus.map(({ variantId }) => variantId));
  const ownsSkus = !write.kept.includes("skus");
  const retired = ownsSkus ? retiredSkuIds(claim.origin, offers, planned) : [];
  await renewClaim(deps, claim);
  const sent = await callOnce(
    deps,
    claim,
    write,
    toDraft(deps, claim, write, { known, retired, uris }),
  );
  const published = matchSkus(claim, sent, known);
  const kept = new Set(published.map(({ channelSkuId }) => channelSkuId));
  // SKUs without a variant that the edit did not take off are still sold.
  const staying = offers
    .filter(({ variantId, channelSkuId: id }) => !planned.has(variantId) && !retired.includes(id))
    .map(({ channelSkuId }) => channelSkuId);
  const gone = offers
    .map(({ channelSkuId }) => channelSkuId)
    .filter((id) => !kept.has(id) && !staying.includes(id));
  // An edit leaves stock and price of known SKUs alone, so the ledger binds the new ones only.
  const added = published.filter(({ sku }) => !known.has(sku.variantId));
  await bindOffers(deps, claim.productId, sent.channelProductId, added);
  if (gone.length > 0) await deps.ledger.unbindOffers(gone);
  const hasImages = write.fields.includes("images") && isUpdated(claim.rules, "images");
  await deps.listings.saveSent(claim.productId, {
    channelProductId: sent.channelProductId,
    status: statusAfter(claim),
    sent: {
      ...sentAfter(claim.sent, claim.wanted, write, claim.rules),
      ...(hasImages ? { imageUris: imageUrisOf(claim.plan, uris) } : {}),
    },
    offers: published.map((one) => toOffer(claim, one)),
    staying,
  });
  claim.isFateOpen = false;
  if (write.kind === "create") await forgetLimit(deps);
}

/**
 * Searches for the listing that an earlier, unclear create or an earlier connection of the same shop may
 * have made and takes it over. `sent`: the content it holds, null when other content would be sent now.
 * `others`: listings with a SKU of it that the seller made.
 */
export async function adoptListing(
  deps: PushListingDeps,
  claim: Claim,
  sent: SentContent | null,
): Promise<{ isAdopted: boolean; others: readonly string[] }> {
  const skus = claim.plan.skus.map(({ sellerSku }) => sellerSku);
  const isOurs = isOurId(deps, claim.productId);
  const { ours: report, others } = await deps.channel.findListing(isOurs, skus);
  if (!report) return { isAdopted: false, others };
  const published = claim.plan.skus.flatMap((sku) => {
    const key = variantKey(claim.productId, sku.variantId);
    const found = report.skus.find((one) =>
      one.externalId ? one.externalId === key : one.sellerSku === sku.sellerSku,
    );
    if (!found) return [];
    const { channelSkuId, quantity = sku.quantity, priceMinor = sku.priceMinor } = found;
    // The lost call may have carried other numbers than those of now.
    const isRead = found.quantity !== undefined && found.priceMinor !== undefined;
    return [{ channelSkuId, sku: { ...sku, quantity, priceMinor }, isRead }];
  });
  const { channelProductId, status } = report;
  await bindOffers(deps, claim.productId, channelProductId, published);
  const offers = published.map((one) => toOffer(claim, one));
  await deps.listings.saveSent(claim.productId, { channelProductId, status, sent, offers });
  // A search knows no ids of ours, and may have taken it for the seller's.
  await deps.unmapped.remove(channelProductId);
  claim.channelProductId = channelProductId;
  claim.status = status;
  return { isAdopted: true, others };
}

/** Uploads may have taken long: the claim is renewed right before the call, or given up when lost. */
async function renewClaim(deps: PushListingDeps, claim: Claim): Promise<void> {
  const { productId, intentKey, heldUntil } = claim;
  const until = deps.now() + CALLS * deps.timeoutMs;
  if (!(await deps.listings.hold(productId, { intentKey, heldUntil }, until)))
    throw new SyncError("retry", "listing.busy", { retryAfterMs: deps.timeoutMs });
  claim.heldUntil = until;
}

async function callOnce(
  deps: PushListingDeps,
  claim: Claim,
  write: ListingWrite,
  draft: ListingDraft,
): Promise<SentListing> {
  const { channel } = deps;
  const { channelProductId, intentKey } = claim;
  claim.isFateOpen = true;
  try {
    if (channelProductId === null) return await createWithinLimit(deps, draft);
    if (write.kind === "edit")
      return await channel.editListing(channelProductId, toChange(write.fields, draft), intentKey);
    return await channel.updateListing(channelProductId, draft);
  } catch (caught) {
    claim.isFateOpen = isUnclear(asSyncError(caught));
    throw caught;
  }
}

function toDraft(
  deps: PushListingDeps,
  { plan, productId, intentKey, sent, wanted, rules }: Claim,
  { fields, kept, kind }: ListingWrite,
  { known, retired, uris }: { known: ReadonlyMap<string, string>; retired: string[]; uris: Uris },
): ListingDraft {
  const { skus, imageUrls: _urls, ...content } = plan;
  const isNew = kind === "create";
  const hasBarcodes = !isNew || fields.includes("barcodes");
  return {
    ...content,
    ...clearedParts(sent, wanted),
    imageUris: imageUrisOf(plan, uris),
    skus: skus.map((sku) => {
      const channelSkuId = known.get(sku.variantId);
      return {
        ...(channelSkuId ? { channelSkuId } : {}),
        externalId: variantKey(productId, sku.variantId),
        sellerSku: sku.sellerSku,
        ...(sku.barcode && hasBarcodes ? { barcode: sku.barcode } : {}),
        options: sku.options.map(({ name, value, imageUrl }) => {
          const imageUri = uris.option.get(imageUrl ?? "");
          return { name, value, ...(imageUri ? { imageUri } : {}) };
        }),
        priceMinor: sku.priceMinor,
        quantity: sku.quantity,
      };
    }),
    ...(retired.length > 0 ? { retiredSkuIds: retired } : {}),
    ...(kept.length > 0 ? { kept } : {}),
    ...(isNew && rules.create.stock === "none" ? { isDraft: true } : {}),
    externalId: externalId(deps, productId),
    idempotencyKey: intentKey,
  };
}

const imageUrisOf = ({ imageUrls }: StockedPlan, { main }: Uris) =>
  imageUrls.flatMap((url) => main.get(url) ?? []);

/** What an edit leaves as it is when the draft says nothing, although Weft sent it once. */
function clearedParts(sent: SentContent | null, wanted: WantedContent): Partial<ListingDraft> {
  const isCleared = (field: ContentField) =>
    wanted[field].hash === EMPTY_HASH && (sent?.[field]?.hash ?? EMPTY_HASH) !== EMPTY_HASH;
  return {
    ...(isCleared("minimumQuantity") ? { minimumQuantity: 1 } : {}),
    ...(isCleared("certificates") ? { certificates: [] } : {}),
    ...(isCleared("manufacturers") ? { manufacturerIds: [] } : {}),
    ...(isCleared("responsiblePersons") ? { responsiblePersonIds: [] } : {}),
  };
}

interface Published {
  channelSkuId: string;
  sku: StockedSku;
  /** False where the channel did not tell the numbers it shows; absent when they were just sent. */
  isRead?: boolean;
}

function matchSkus(
  { plan, productId }: Claim,
  sent: SentListing,
  known: ReadonlyMap<string, string>,
): Published[] {
  return plan.skus.flatMap((sku) => {
    const key = variantKey(productId, sku.variantId);
    const before = known.get(sku.variantId);
    const answered =
      sent.skus.find(({ channelSkuId }) => channelSkuId === before) ??
      sent.skus.find(({ externalId }) => externalId === key) ??
      sent.skus.find(({ sellerSku }) => sellerSku === sku.sellerSku);
    const channelSkuId = answered?.channelSkuId ?? before;
    return channelSkuId ? [{ channelSkuId, sku }] : [];
  });
}

function toOffer({ soldAs }: Claim, { channelSkuId, sku }: Published): SentOffer {
  const { variantId, sellerSku } = sku;
  return { variantId, channelSkuId, sellerSku, soldAs: soldAs.get(variantId) ?? null };
}

async function bindOffers(
  deps: PushListingDeps,
  productId: string,
  channelProductId: string,
  offers: readonly Published[],
): Promise<void> {
  if (offers.length === 0) return;
  await deps.ledger.bindOffers(
    offers.map((offer) => toBinding(productId, channelProductId, offer)),
  );
}

/** Ids of the product by this connection and, in a shop that had listings, by those deleted since. */
function isOurId(deps: PushListingDeps, productId: string) {
  const own = externalId(deps, productId);
  const isFormer = (id: string) => id.startsWith("con_") && id.endsWith(`:${productId}`);
  return (id: string) => id === own || (deps.connection.hadListings && isFormer(id));
}

/** Our id of the product on the channel; differs between connections. */
function externalId({ connection }: PushListingDeps, productId: string): string {
  return `${connection.id}:${productId}`;
}

function toBinding(
  productId: string,
  channelProductId: string,
  { channelSkuId, sku, isRead = true }: Published,
): OfferBinding {
  const { variantId, quantity, priceMinor } = sku;
  const sent = { sentQuantity: quantity, sentPriceMinor: priceMinor };
  const binding = { productId, variantId, channelProductId, channelSkuId, ...sent };
  return isRead ? binding : { ...binding, doubt: "never_read" };
}

/** The old version of a live listing stays live while its edit is in review. */
function statusAfter({ channelProductId, status, rules }: Claim): string {
  if (channelProductId === null && rules.create.stock === "none") return "draft";
  const isShown = channelProductId !== null && (status === "live" || status === "paused");
  return isShown ? status : "in_review";
}
