/**
 * Sends quantities of one listing: absolute numbers, only the SKUs that differ, in one write. It
 * computes nothing; the quantities are read just before the call.
 */
import { isQuantityRefused } from "../../domain/errors/classify-code";
import { SyncError } from "../../domain/errors/sync-error";
import {
  isOwnPause,
  planPause,
  type ListingStock,
  type PauseCause,
} from "../../domain/stock/listing-pause";
import type { ChannelSession, ItemFailure, SkuResult } from "../../platforms/channel";
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

type Channel = Pick<ChannelSession, "setQuantities" | "deactivateListings" | "activateListings">;

export interface PushStockDeps {
  readQuantities(channelProductId: string): ListingQuantities;
  markSending(channelSkuIds: readonly string[]): void;
  recordSent(channelSkuId: string, quantity: number): void;
  /** Who took the listing off sale; null: it is on sale. */
  readPause(channelProductId: string): PauseCause | null;
  recordPause(channelProductId: string, cause: PauseCause | null): void;
  channel(): Promise<Channel>;
  warehouseId(): Promise<string>;
}

/**
 * Throws SyncError("merchant", ...) with the failed SKUs after the others were recorded. A listing
 * that is low under its threshold is taken off sale, and so is one with nothing left where the
 * channel refuses 0; both are put back when there is stock again. A listing somebody else took off
 * sale stays off.
 */
export async function pushStock(deps: PushStockDeps, channelProductId: string): Promise<void> {
  const { skus, ...stock } = deps.readQuantities(channelProductId);
  const changed = skus.filter((sku) => sku.isChanged);
  const cause = deps.readPause(channelProductId);
  const move = planPause(cause, stock);
  if (changed.length === 0 && move === "leave") return;
  if (stock.isSoldOut && isOwnPause(cause)) {
    deps.markSending(changed.map((sku) => sku.channelSkuId));
    for (const sku of changed) deps.recordSent(sku.channelSkuId, 0);
    return;
  }
  const channel = await deps.channel();
  if (move === "take_down") await takeDown(deps, channel, channelProductId, "threshold");
  const failed = changed.length > 0 ? await send(deps, channel, channelProductId, changed) : [];
  if (move === "put_back") await putBack(deps, channel, channelProductId);
  const zeros = failed.filter(({ error }) => error && isQuantityRefused(error.code));
  if (stock.isSoldOut && zeros.length > 0 && zeros.length === failed.length) {
    if (deps.readPause(channelProductId) === null)
      await takeDown(deps, channel, channelProductId, "stock");
    // Off sale by somebody else, as far as is known: a second time does no harm, one unit sold does.
    else await channel.deactivateListings([channelProductId]);
    for (const { channelSkuId } of zeros) deps.recordSent(channelSkuId, 0);
    return;
  }
  throwSkuErrors(failed, channelProductId);
}

async function takeDown(
  deps: PushStockDeps,
  channel: Channel,
  channelProductId: string,
  cause: PauseCause,
): Promise<void> {
  throwItemError(await channel.deactivateListings([channelProductId]));
  deps.recordPause(channelProductId, cause);
}

/** Somebody may take the listing off sale while Weft puts it back: then it is off. */
async function putBack(
  deps: PushStockDeps,
  channel: Channel,
  channelProductId: string,
): Promise<void> {
  const isStillOwn = () => isOwnPause(deps.readPause(channelProductId));
  if (!isStillOwn()) return;
  throwItemError(await channel.activateListings([channelProductId]));
  if (isStillOwn()) deps.recordPause(channelProductId, null);
  else throwItemError(await channel.deactivateListings([channelProductId]));
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

function throwItemError(results: readonly { id: string; error?: ItemFailure }[]): void {
  for (const { id, error } of results)
    if (error) throw toItemSyncError(error, { channelProductId: id });
}
