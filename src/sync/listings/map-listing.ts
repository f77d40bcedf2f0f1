/**
 * Lets a listing that the seller made stand for a product of the store: its orders, its stock and, where the
 * merchant says so, its prices follow the store from now on. Its content stays the seller's. Nothing is
 * written on the channel here, and a repeat does the same once more.
 */
import { applyReport } from "../../domain/listings/apply-report";
import { checkPairs } from "../../domain/listings/check-pairs";
import type { FoundListing, MappedPair } from "../../domain/listings/mapping-proposal";
import type { ListingRecord, MappedRecord } from "../../domain/listings/listing-record";
import type { StoredProduct } from "../../domain/catalogue/product-record";
import { SyncError } from "../../domain/errors/sync-error";
import type { Reason } from "../../domain/errors/reason";
import type { ItemOutcome } from "../../domain/tasks/item-outcome";
import type { ChannelSession } from "../../platforms/channel";
import type { ContentSku, ListingContent } from "../../platforms/channel-content";
import { soldAs } from "../catalogue/link-anew";
import { seenVariants } from "../catalogue/observe-products";
import type { LedgerApi, OfferBinding } from "../ledger-api";
import { noteOnSale } from "./refresh-listing";

/** What of a mapped product follows the store. */
export interface MappedRules {
  sendsStock: boolean;
  sendsPrice: boolean;
}

/** As it stands in the list of those to be mapped. */
type Proposed = Pick<FoundListing, "productId" | "pairs" | "confidence"> & { isHidden: boolean };

export interface MapListingDeps {
  /** The warehouse whose stock Weft keeps. */
  connection: { warehouseId: string };
  channel: Pick<ChannelSession, "readContent">;
  products: { find(productId: string): Promise<StoredProduct | undefined> };
  listings: {
    findByChannelId(
      channelProductId: string,
    ): Promise<Pick<ListingRecord, "productId" | "origin" | "intentKey"> | undefined>;
    claim(
      productId: string,
      claim: { intentKey: string; until: number },
    ): Promise<ListingRecord | undefined>;
    release(
      productId: string,
      claim: { intentKey: string; heldUntil: number },
      end: object,
    ): Promise<void>;
  };
  mapped: { save(productId: string, mapped: MappedRecord): Promise<void> };
  unmapped: {
    find(channelProductId: string): Promise<Proposed | undefined>;
    remove(channelProductId: string): Promise<void>;
  };
  ledger: Pick<
    LedgerApi,
    "planStock" | "bindOffers" | "setProductRules" | "readProductRules" | "noteListingStates"
  >;
  newId(prefix: string): string;
  timeoutMs: number;
  now(): number;
}

/** A product nothing was refused of. */
const UNTOUCHED = { syncState: "synced", reasons: [] } as const;
/** What the keys of mappings begin with; those of pushes begin otherwise. */
const INTENT = "map";
/** After the channel's time-out has passed for sure. */
const MARGIN_MS = 500;

/**
 * `isAll`: it is mapped because its proposal was sure, which may have changed since. Throws SyncError where a
 * later try may help; a refusal is a "failed" outcome.
 */
export async function mapListing(
  deps: MapListingDeps,
  channelProductId: string,
  { isAll, ...rules }: MappedRules & { isAll: boolean },
): Promise<ItemOutcome> {
  const proposal = await deps.unmapped.find(channelProductId);
  if (!proposal?.productId) return doneWhereMapped(deps, channelProductId);
  if (isAll && (proposal.isHidden || proposal.confidence !== "sure"))
    return { state: "skipped", reasons: [{ code: "mapping.look_first", facts: {} }] };
  const { productId, pairs } = proposal;
  const product = await deps.products.find(productId);
  if (!product || product.deletedAt !== null) return failed("product.not_found", { productId });
  // The store does not sell it, so neither would the channel from now on.
  if (!product.body.isActive) return failed("mapping.inactive");
  const readAt = deps.now();
  const content = await deps.channel.readContent(channelProductId);
  if (!content || content.status === "removed") {
    await deps.unmapped.remove(channelProductId);
    return failed("mapping.listing_gone");
  }
  const wrong = checkPairs(pairs, {
    channelSkuIds: content.skus.map((sku) => sku.channelSkuId),
    variantIds: product.body.variants.map(({ id }) => id),
  });
  if (wrong) return { state: "failed", reasons: [wrong] };
  const units = rules.sendsStock ? unitsElsewhere(deps, pairs, content) : 0;
  if (units > 0) return failed("mapping.other_warehouse", { units });
  const taken = await deps.listings.findByChannelId(channelProductId);
  if (taken && taken.productId !== productId) return failed("mapping.listing_taken");
  if (taken?.origin === "pushed") {
    // Weft has made it since it was found.
    await deps.unmapped.remove(channelProductId);
    return { state: "done", reasons: [] };
  }
  const refused = await bind(deps, { product, pairs, content, rules, readAt });
  if (refused) return { state: "failed", reasons: [refused] };
  return { state: "done", reasons: partialNotice(pairs, product, content) };
}

interface Mapping {
  product: StoredProduct;
  pairs: readonly MappedPair[];
  content: ListingContent;
  rules: MappedRules;
  /** When the content was asked for, epoch ms. */
  readAt: number;
}

/** Under the claim that pushes of the product take too, so that none makes a listing meanwhile. */
async function bind(deps: MapListingDeps, mapping: Mapping): Promise<Reason | undefined> {
  const { product, content, rules } = mapping;
  const { productId } = product;
  const { channelProductId } = content;
  const heldUntil = deps.now() + deps.timeoutMs;
  const intentKey = deps.newId(INTENT);
  const claimed = await deps.listings.claim(productId, { intentKey, until: heldUntil });
  // One that broke off has made nothing; a push may have, and has to look first.
  const isMapping = claimed?.intentKey?.startsWith(`${INTENT}_`) ?? false;
  if (!claimed || (!isMapping && claimed.channelProductId === null))
    throw new SyncError("retry", "listing.busy", { retryAfterMs: deps.timeoutMs + MARGIN_MS });
  const claim = { intentKey: claimed.intentKey ?? intentKey, heldUntil };
  if (claimed.channelProductId !== null && claimed.channelProductId !== channelProductId) {
    if (isMapping) await deps.listings.release(productId, claim, {});
    return { code: "mapping.product_listed", facts: { id: claimed.channelProductId } };
  }
  const pairs = paired(mapping);
  await deps.mapped.save(productId, {
    channelProductId,
    status: content.status,
    syncState: applyReport(UNTOUCHED, { status: content.status, reasons: [] }).syncState,
    offers: pairs.map(({ sku, variant }) => ({
      variantId: variant.id,
      channelSkuId: sku.channelSkuId,
      sellerSku: sku.sellerSku,
      soldAs: soldAs(variant),
    })),
  });
  // Known before the offers are, so that no number goes out that the merchant did not want.
  const [before] = await deps.ledger.readProductRules([productId]);
  if (before) await deps.ledger.setProductRules([{ productId, rule: { ...before, ...rules } }]);
  await deps.ledger.planStock(
    seenVariants([product.body]),
    product.updatedAt,
    content.categoryId || undefined,
  );
  // So is whether it is on sale: what the seller took off sale is not put back.
  await noteOnSale(deps, [content], mapping.readAt);
  await deps.ledger.bindOffers(pairs.map(({ sku, variant }) => toBinding(mapping, sku, variant)));
  await deps.listings.release(productId, claim, {});
  await deps.unmapped.remove(channelProductId);
  return undefined;
}

function paired({ pairs, content, product }: Mapping) {
  return pairs.flatMap(({ channelSkuId, variantId }) => {
    const sku = content.skus.find((one) => one.channelSkuId === channelSkuId);
    const variant = product.body.variants.find(({ id }) => id === variantId);
    return sku && variant ? [{ sku, variant }] : [];
  });
}

/** Weft keeps the stock of one warehouse: what stands in another one would be sold on top of it. */
function unitsElsewhere(
  { connection }: MapListingDeps,
  pairs: readonly MappedPair[],
  { skus }: ListingContent,
): number {
  const isPaired = ({ channelSkuId }: ContentSku) =>
    pairs.some((pair) => pair.channelSkuId === channelSkuId);
  return skus
    .filter(isPaired)
    .flatMap(({ stock }) => stock)
    .filter(({ warehouseId }) => warehouseId !== connection.warehouseId)
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

/** What it shows is read again, and not believed from a page that may be a moment old. */
function toBinding(
  { product, content }: Mapping,
  { channelSkuId, stock, price }: ContentSku,
  variant: StoredProduct["body"]["variants"][number],
): OfferBinding {
  return {
    productId: product.productId,
    variantId: variant.id,
    channelProductId: content.channelProductId,
    channelSkuId,
    sentQuantity: stock.reduce((sum, { quantity }) => sum + quantity, 0),
    sentPriceMinor: price?.minor ?? variant.priceMinor,
    doubt: "never_read",
  };
}

function partialNotice(
  pairs: readonly MappedPair[],
  { body }: StoredProduct,
  { skus }: ListingContent,
): Reason[] {
  const facts = { skus: skus.length - pairs.length, variants: body.variants.length - pairs.length };
  return facts.skus + facts.variants > 0 ? [{ code: "mapping.partial", facts }] : [];
}

/** Mapped by an earlier try whose end was lost, or not in the list any more. */
async function doneWhereMapped(
  { listings }: MapListingDeps,
  channelProductId: string,
): Promise<ItemOutcome> {
  const mapped = await listings.findByChannelId(channelProductId);
  const isDone = mapped !== undefined && mapped.intentKey === null;
  return isDone ? { state: "done", reasons: [] } : failed("mapping.nothing_chosen");
}

function failed(code: string, facts: Reason["facts"] = {}): ItemOutcome {
  return { state: "failed", reasons: [{ code, facts }] };
}
