/**
 * Sends quantities of one listing: absolute numbers, only the SKUs that differ, in one write. It
 * computes nothing; the quantities are read just before the call.
 */
import { isQuantityRefused, isStatusRefused } from "../../domain/errors/classify-code";
import { SyncError } from "../../domain/errors/sync-error";
import {
  isOwnPause,
  planPause,
  type ListingStock,
  type PauseCause,
} from "../../domain/stock/listing-pause";
import type { ChannelSession, ItemFailure, SkuResult } from "../../platforms/channel";
import type { ListingStatus } from "../../platforms/channel-listing";
import { toItemSyncError } from "../item-error";

export interface SkuQuantity {
  channelSkuId: string;
  /** What may be offered now. */
  quantity: number;
  /** False when the channel surely shows that number already. */
  isChanged: boolean;
}

export interface ListingQuantities extends ListingStock {
  /** SKUs whose quantity Weft sends. */
  skus: readonly SkuQuantity[];
}

type Channel = Pick<
  ChannelSession,
  "setQuantities" | "deactivateListings" | "activateListings" | "readListing"
>;

export interface PushStockDeps {
  readQuantities(channelProductId: string): ListingQuantities;
  markSending(channelSkuIds: readonly string[]): void;
  recordSent(channelSkuId: string, quantity: number): void;
  /** Who took the listing off sale; null: it is on sale. */
  readPause(channelProductId: string): PauseCause | null;
  /** Why Weft was about to take it off sale when nobody learned how that ended. */
  readTaking(channelProductId: string): PauseCause | null;
  markTaking(channelProductId: string, cause: PauseCause | null): void;
  recordPause(channelProductId: string, cause: PauseCause | null): void;
  channel(): Promise<Channel>;
  warehouseId(): Promise<string>;
}

/**
 * Throws SyncError("merchant", ...) with the failed SKUs after the others were recorded. A listing
 * that is low under its threshold or that the store does not sell any more is taken off sale, and so
 * is one with a SKU that must not be sold where the channel refuses 0: an edit without the SKU would
 * leave it on sale until its review. All are put back when there is stock again. A listing somebody
 * else took off sale stays off. Answers the SKUs for whose sake the others are off sale.
 */
export async function pushStock(
  deps: PushStockDeps,
  channelProductId: string,
): Promise<readonly string[]> {
  const { skus, ...stock } = deps.readQuantities(channelProductId);
  adoptLost(deps, channelProductId, stock);
  const cause = deps.readPause(channelProductId);
  const move = planPause(cause, stock);
  // A listing that comes back must be known to show nothing of its empty SKUs.
  const isDue = (sku: SkuQuantity) => move === "put_back" && sku.quantity === 0;
  const changed = skus.filter((sku) => sku.isChanged || isDue(sku));
  if (changed.length === 0 && move === "leave") return emptyBeside(deps, channelProductId, skus);
  const channel = await deps.channel();
  if (move === "take_down")
    await takeDown(deps, channel, channelProductId, stock.isWithdrawn ? "withdrawn" : "threshold");
  if (stock.isSoldOut && (isOwnPause(cause) || (move === "take_down" && stock.isWithdrawn))) {
    deps.markSending(changed.map((sku) => sku.channelSkuId));
    for (const sku of changed) deps.recordSent(sku.channelSkuId, 0);
    return [];
  }
  const failed = changed.length > 0 ? await send(deps, channel, channelProductId, changed) : [];
  const empty = new Set(skus.flatMap((sku) => (sku.quantity === 0 ? [sku.channelSkuId] : [])));
  const zeros = failed.filter(
    ({ channelSkuId, error }) => error && isQuantityRefused(error.code) && empty.has(channelSkuId),
  );
  if (zeros.length > 0) await hide(deps, channel, channelProductId, stock);
  else if (move === "put_back") await putBack(deps, channel, channelProductId);
  for (const { channelSkuId } of zeros) deps.recordSent(channelSkuId, 0);
  throwSkuErrors(
    failed.filter((sku) => !zeros.includes(sku)),
    channelProductId,
  );
  return emptyBeside(deps, channelProductId, skus);
}

/** Takes a listing off sale whose zeros the channel refused. */
async function hide(
  deps: PushStockDeps,
  channel: Channel,
  channelProductId: string,
  { isSoldOut }: ListingStock,
): Promise<void> {
  const cause = isSoldOut ? "stock" : "empty_sku";
  const before = deps.readPause(channelProductId);
  if (before === null) return takeDown(deps, channel, channelProductId, cause);
  // Off sale already, as far as is known: a second time does no harm, one unit sold does.
  await channel.deactivateListings([channelProductId]);
  if (isOwnPause(before)) deps.recordPause(channelProductId, cause);
}

function emptyBeside(
  deps: PushStockDeps,
  channelProductId: string,
  skus: readonly SkuQuantity[],
): string[] {
  if (deps.readPause(channelProductId) !== "empty_sku") return [];
  return skus.filter(({ quantity }) => quantity === 0).map(({ channelSkuId }) => channelSkuId);
}

async function takeDown(
  deps: PushStockDeps,
  channel: Channel,
  channelProductId: string,
  cause: PauseCause,
): Promise<void> {
  const isFirst = deps.readTaking(channelProductId) === null;
  deps.markTaking(channelProductId, cause);
  try {
    await moveOffSale(channel, channelProductId);
  } catch (caught) {
    const isRefused = caught instanceof SyncError && caught.remedy === "merchant";
    if (isFirst && isRefused) deps.markTaking(channelProductId, null);
    throw caught;
  }
  deps.recordPause(channelProductId, cause);
}

/**
 * Taking it off sale may have worked though nobody learned of it. Where nothing wants it off any more it
 * counts as taken, so that it is put back.
 */
function adoptLost(deps: PushStockDeps, channelProductId: string, stock: ListingStock): void {
  if (deps.readPause(channelProductId) !== null || planPause(null, stock) !== "leave") return;
  const taking = deps.readTaking(channelProductId);
  if (taking !== null && planPause(taking, stock) === "put_back")
    deps.recordPause(channelProductId, taking);
}

/** Somebody may take the listing off sale while Weft puts it back: then it is off. */
async function putBack(
  deps: PushStockDeps,
  channel: Channel,
  channelProductId: string,
): Promise<void> {
  const isStillOwn = () => isOwnPause(deps.readPause(channelProductId));
  if (!isStillOwn()) return;
  const put = await channel.activateListings([channelProductId]);
  await confirmMove(channel, channelProductId, put, ["live", "in_review"]);
  if (isStillOwn()) deps.recordPause(channelProductId, null);
  else await moveOffSale(channel, channelProductId);
}

async function moveOffSale(channel: Channel, channelProductId: string): Promise<void> {
  const taken = await channel.deactivateListings([channelProductId]);
  await confirmMove(channel, channelProductId, taken, ["paused"]);
}

/**
 * The channel refuses to move a listing that is there already, as it is after an old answer about it
 * was believed; so it is read before the refusal counts. Throws SyncError("retry", ...) while it shows
 * a state that may pass, and what the channel said otherwise.
 */
async function confirmMove(
  channel: Channel,
  channelProductId: string,
  [result]: readonly { error?: ItemFailure }[],
  wanted: readonly ListingStatus[],
): Promise<void> {
  if (!result?.error) return;
  const refusal = toItemSyncError(result.error, { channelProductId });
  if (!isStatusRefused(refusal.code)) throw refusal;
  const shown = (await channel.readListing(channelProductId))?.status;
  if (shown && wanted.includes(shown)) return;
  const mayPass = shown === "live" || shown === "paused" || shown === "in_review";
  throw mayPass ? new SyncError("retry", refusal.code, refusal.facts) : refusal;
}

/** Answers the SKUs that failed; the others are recorded. */
async function send(
  deps: PushStockDeps,
  channel: Channel,
  channelProductId: string,
  changed: readonly SkuQuantity[],
): Promise<SkuResult[]> {
  const warehouseId = await deps.warehouseId();
  deps.markSending(changed.map((sku) => sku.channelSkuId));
  const changes = changed.map(({ channelSkuId, quantity }) => ({ channelSkuId, quantity }));
  const results = await sendQuantities(channel, channelProductId, warehouseId, changes);
  return recordResults(deps, changes, results);
}

type Changes = readonly { channelSkuId: string; quantity: number }[];

/** A refusal of the call as a whole because of its zeros counts for each of them. */
async function sendQuantities(
  channel: Channel,
  channelProductId: string,
  warehouseId: string,
  changes: Changes,
): Promise<readonly SkuResult[]> {
  try {
    return await channel.setQuantities(channelProductId, warehouseId, changes);
  } catch (caught) {
    if (!(caught instanceof SyncError) || !isQuantityRefused(caught.code)) throw caught;
    const error = { code: caught.code, message: String(caught.facts["message"] ?? "") };
    return changes.map(({ channelSkuId }) => ({ channelSkuId, error }));
  }
}

function recordResults(
  deps: PushStockDeps,
  changes: Changes,
  results: readonly SkuResult[],
): SkuResult[] {
  const quantities = new Map(changes.map((change) => [change.channelSkuId, change.quantity]));
  for (const { channelSkuId, error } of results)
    if (!error) deps.recordSent(channelSkuId, quantities.get(channelSkuId) ?? 0);
  return results.filter(({ error }) => error !== undefined);
}

/** Throws one SyncError for all refused SKUs; who must act follows from the first. */
export function throwSkuErrors(failed: readonly SkuResult[], channelProductId: string): void {
  const [first] = failed;
  if (!first?.error) return;
  throw toItemSyncError(first.error, {
    channelProductId,
    skuIds: failed.map(({ channelSkuId }) => channelSkuId),
  });
}
