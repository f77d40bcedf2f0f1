/**
 * Walks all listings of the shop, a page a step, and proposes a product for each that none stands for.
 * It writes nothing on the channel. Any step may run twice.
 */
import { matchKey } from "../../domain/listings/match-key";
import type {
  FoundListing,
  ListedSku,
  UnmappedListing,
} from "../../domain/listings/mapping-proposal";
import { asSyncError } from "../../domain/errors/sync-error";
import { proposeMapping, type MappableProduct } from "../../domain/listings/propose-mapping";
import type { TaskCounts } from "../../domain/tasks/task-counts";
import type { ListingOffers } from "../../platforms/channel-content";
import type { ChannelSession } from "../../platforms/channel";

export interface FindUnmappedDeps {
  channel: Pick<ChannelSession, "readOffers" | "readContent">;
  unmapped: {
    mappedAmong(channelProductIds: readonly string[]): Promise<ReadonlySet<string>>;
    save(found: readonly FoundListing[], seenAt: number): Promise<void>;
    endSearch(seenAt: number): Promise<void>;
  };
  keys: { findByKeys(keys: readonly string[]): Promise<readonly MappableProduct[]> };
}

export interface FindState {
  /** Null before the first step. */
  cursor: string | null;
  counts: TaskCounts;
}

const PAGE = "page:";

/** `seenAt`: when the search began, epoch ms. */
export async function findUnmappedStep(
  deps: FindUnmappedDeps,
  seenAt: number,
  { cursor, counts }: FindState,
): Promise<{ cursor: string; counts: TaskCounts; isDone: boolean }> {
  const from = cursor?.startsWith(PAGE) ? cursor.slice(PAGE.length) : undefined;
  const { listings, next } = await deps.channel.readOffers(
    from === undefined ? {} : { cursor: from },
  );
  const mapped = await deps.unmapped.mappedAmong(listings.map((one) => one.channelProductId));
  const free = listings
    .filter(({ channelProductId }) => !mapped.has(channelProductId))
    .map(toUnmapped);
  const found = await propose(deps, free);
  await deps.unmapped.save(found, seenAt);
  const counted = {
    ...counts,
    found: (counts.found ?? 0) + found.length,
    suggested: (counts.suggested ?? 0) + found.filter(({ productId }) => productId !== null).length,
  };
  if (next !== undefined) return { cursor: PAGE + next, counts: counted, isDone: false };
  await deps.unmapped.endSearch(seenAt);
  return { cursor: "done", counts: counted, isDone: true };
}

/** What each listing seems to be. */
export async function propose(
  { keys, channel }: Pick<FindUnmappedDeps, "keys" | "channel">,
  listings: readonly UnmappedListing[],
): Promise<FoundListing[]> {
  const bySku = await keys.findByKeys(keysOf(listings, ["sku"]));
  const candidates = candidatesFor(bySku);
  const first = listings.map((listing) => toFound(listing, candidates(listing)));
  const open = first.filter(({ confidence }) => confidence !== "sure");
  if (open.length === 0) return first;
  // Barcodes are in no list of the channel: only what SKUs did not decide is read whole.
  const read: UnmappedListing[] = [];
  for (const listing of open) read.push(await withBarcodes(channel, listing));
  const products = await keys.findByKeys(keysOf(read, ["sku", "barcode", "name"]));
  const allCandidates = candidatesFor(products);
  const second = new Map(
    read.map((one) => [one.channelProductId, toFound(one, allCandidates(one))]),
  );
  return first.map((one) => second.get(one.channelProductId) ?? one);
}

async function withBarcodes(
  channel: FindUnmappedDeps["channel"],
  listing: UnmappedListing,
): Promise<UnmappedListing> {
  const content = await readOrSkip(channel, listing.channelProductId);
  const codes = new Map(content?.skus.map((sku) => [sku.channelSkuId, sku.barcode]));
  const skus = listing.skus.map((sku): ListedSku => {
    const barcode = codes.get(sku.channelSkuId);
    return barcode ? { ...sku, barcode } : sku;
  });
  return { ...listing, skus };
}

/** One that cannot be read keeps no other from being found. */
async function readOrSkip({ readContent }: FindUnmappedDeps["channel"], channelProductId: string) {
  try {
    return await readContent(channelProductId);
  } catch (caught) {
    const error = asSyncError(caught);
    if (error.remedy === "retry" || error.remedy === "reconnect") throw error;
    return undefined;
  }
}

/** The products that share a code or the name with a listing, and no others: a page has hundreds of both. */
function candidatesFor(products: readonly MappableProduct[]) {
  const byKey = new Map<string, MappableProduct[]>();
  for (const product of products) {
    const keys = keysOfProduct(product);
    for (const key of new Set(keys)) byKey.set(key, [...(byKey.get(key) ?? []), product]);
  }
  return (listing: UnmappedListing) => [
    ...new Set(
      keysOf([listing], ["sku", "barcode", "name"]).flatMap((key) => byKey.get(key) ?? []),
    ),
  ];
}

function keysOfProduct({ name, variants }: MappableProduct): string[] {
  const keys = variants.flatMap(({ sku, barcode = "" }) => [
    matchKey("sku", sku),
    matchKey("barcode", barcode),
  ]);
  return [...keys, matchKey("name", name)].filter((key) => key !== null);
}

function keysOf(
  listings: readonly UnmappedListing[],
  kinds: readonly ("sku" | "barcode" | "name")[],
): string[] {
  const keys = listings.flatMap(({ title, skus }) => [
    ...skus.flatMap(({ sellerSku, barcode = "" }) => [
      kinds.includes("sku") ? matchKey("sku", sellerSku) : null,
      kinds.includes("barcode") ? matchKey("barcode", barcode) : null,
    ]),
    kinds.includes("name") ? matchKey("name", title) : null,
  ]);
  return [...new Set(keys)].filter((key) => key !== null);
}

function toUnmapped({
  channelProductId,
  title = "",
  status,
  skus,
}: ListingOffers): UnmappedListing {
  return {
    channelProductId,
    title,
    status: status ?? "in_review",
    skus: skus.map(({ channelSkuId, sellerSku, price, stock }) => ({
      channelSkuId,
      sellerSku,
      ...(price ? { priceMinor: price.minor, currency: price.currency } : {}),
      quantity: stock.reduce((sum, { available }) => sum + available, 0),
    })),
  };
}

function toFound(listing: UnmappedListing, products: readonly MappableProduct[]): FoundListing {
  const proposal = proposeMapping(listing, products);
  return {
    ...listing,
    confidence: proposal?.confidence ?? "none",
    productId: proposal?.productId ?? null,
    matchedBy: proposal?.matchedBy ?? null,
    pairs: proposal?.pairs ?? [],
  };
}
