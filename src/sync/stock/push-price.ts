import { SyncError } from "../../domain/errors/sync-error";
import type { ChannelSession } from "../../platforms/channel";
import { throwSkuErrors } from "./push-stock";

export interface SkuPrice {
  channelSkuId: string;
  productId: string;
  priceMinor: number;
  /** False when the channel surely shows that price already. */
  isChanged: boolean;
}

export interface PushPriceDeps {
  readPrices(channelProductId: string): readonly SkuPrice[];
  markSending(channelSkuIds: readonly string[]): void;
  recordSent(channelSkuId: string, priceMinor: number): void;
  channel(): Promise<Pick<ChannelSession, "setPrices">>;
  /** Of the prices, which is the market's. */
  currency(): Promise<string>;
}

/**
 * Sends changed prices of one listing in one write; a price that is not positive is never sent.
 * Throws SyncError("merchant", ...) with the refused SKUs, e.g. in a promotion, or
 * `listing.price_zero`, after the others were recorded.
 */
export async function pushPrice(deps: PushPriceDeps, channelProductId: string): Promise<void> {
  const changed = deps.readPrices(channelProductId).filter((sku) => sku.isChanged);
  const unsellable = changed.filter(({ priceMinor }) => priceMinor <= 0);
  // Marked as unsent, so that the next positive price is sent and closes the problem.
  deps.markSending(unsellable.map((sku) => sku.channelSkuId));
  await sendPrices(
    deps,
    channelProductId,
    changed.filter(({ priceMinor }) => priceMinor > 0),
  );
  const [first] = unsellable;
  if (!first) return;
  const skuIds = unsellable.map(({ channelSkuId }) => channelSkuId);
  const { productId } = first;
  throw new SyncError("merchant", "listing.price_zero", { productId, channelProductId, skuIds });
}

async function sendPrices(
  deps: PushPriceDeps,
  channelProductId: string,
  changed: readonly SkuPrice[],
): Promise<void> {
  if (changed.length === 0) return;
  const currency = await deps.currency();
  const channel = await deps.channel();
  deps.markSending(changed.map((sku) => sku.channelSkuId));
  const changes = changed.map(({ channelSkuId, priceMinor }) => ({ channelSkuId, priceMinor }));
  const results = await channel.setPrices(channelProductId, currency, changes);
  const prices = new Map(changes.map((change) => [change.channelSkuId, change.priceMinor]));
  for (const { channelSkuId, error } of results) {
    const sent = prices.get(channelSkuId);
    if (!error && sent !== undefined) deps.recordSent(channelSkuId, sent);
  }
  throwSkuErrors(
    results.filter(({ error }) => error !== undefined),
    channelProductId,
  );
}
