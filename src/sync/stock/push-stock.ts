/**
 * Sends quantities of one listing: absolute numbers, only the SKUs that differ, in one write. It
 * computes nothing; the sellable quantities are read just before the call.
 */
import { isQuantityRefused, isUnavailable } from "../../domain/errors/classify-code";
import { SyncError } from "../../domain/errors/sync-error";
import type { ChannelSession, SkuResult } from "../../platforms/channel";

export interface SkuQuantity {
  channelSkuId: string;
  /** What may be offered now. */
  quantity: number;
  /** False when the channel surely shows that number already. */
  isChanged: boolean;
}

export interface PushStockDeps {
  readQuantities(channelProductId: string): readonly SkuQuantity[];
  markSending(channelSkuIds: readonly string[]): void;
  recordSent(channelSkuId: string, quantity: number): void;
  /** True when Weft took the listing off sale because the channel refuses 0. */
  isPaused(channelProductId: string): boolean;
  setPaused(channelProductId: string, isPaused: boolean): void;
  channel(): Promise<
    Pick<ChannelSession, "setQuantities" | "deactivateListings" | "activateListings">
  >;
  warehouseId(): Promise<string>;
}

/**
 * Throws SyncError("merchant", ...) with the failed SKUs after the others were recorded. Where the
 * channel refuses 0 a listing with nothing left is taken off sale, and put back when there is stock
 * again; a listing somebody else took off sale stays off.
 */
export async function pushStock(deps: PushStockDeps, channelProductId: string): Promise<void> {
  const all = deps.readQuantities(channelProductId);
  const changed = all.filter((sku) => sku.isChanged);
  if (changed.length === 0) return;
  const isSoldOut = all.every((sku) => sku.quantity === 0);
  if (isSoldOut && deps.isPaused(channelProductId)) {
    for (const sku of changed) deps.recordSent(sku.channelSkuId, 0);
    return;
  }
  const warehouseId = await deps.warehouseId();
  const channel = await deps.channel();
  deps.markSending(changed.map((sku) => sku.channelSkuId));
  const changes = changed.map(({ channelSkuId, quantity }) => ({ channelSkuId, quantity }));
  const results = await sendQuantities(channel, channelProductId, warehouseId, changes);
  const failed = recordResults(deps, changes, results);
  if (!isSoldOut && deps.isPaused(channelProductId)) {
    throwItemError(await channel.activateListings([channelProductId]));
    deps.setPaused(channelProductId, false);
  }
  const zeros = failed.filter(({ error }) => error && isQuantityRefused(error.code));
  if (isSoldOut && zeros.length > 0 && zeros.length === failed.length) {
    throwItemError(await channel.deactivateListings([channelProductId]));
    deps.setPaused(channelProductId, true);
    for (const { channelSkuId } of zeros) deps.recordSent(channelSkuId, 0);
    return;
  }
  throwSkuErrors(failed, channelProductId);
}

type Changes = readonly { channelSkuId: string; quantity: number }[];

/** A refusal of the call as a whole because of its zeros counts for each of them. */
async function sendQuantities(
  channel: Pick<ChannelSession, "setQuantities">,
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

/** Throws one SyncError for all refused SKUs; its remedy follows from the code of the first. */
export function throwSkuErrors(failed: readonly SkuResult[], channelProductId: string): void {
  const [first] = failed;
  if (!first?.error) return;
  const remedy = isUnavailable(first.error.code) ? "retry" : "merchant";
  throw new SyncError(remedy, first.error.code, {
    channelProductId,
    skuIds: failed.map(({ channelSkuId }) => channelSkuId),
    message: first.error.message,
  });
}

function throwItemError(
  results: readonly { id: string; error?: { code: string; message: string } }[],
): void {
  for (const { id, error } of results)
    if (error)
      throw new SyncError("merchant", error.code, { channelProductId: id, message: error.message });
}
