import type { UnmappedListing } from "../../domain/listings/mapping-proposal";
import { SyncError } from "../../domain/errors/sync-error";
import type { ListingContent } from "../../platforms/channel-content";
import { propose, type FindUnmappedDeps } from "./find-unmapped";

export interface ReadUnmappedDeps {
  channel: FindUnmappedDeps["channel"];
  keys: FindUnmappedDeps["keys"];
  unmapped: Pick<FindUnmappedDeps["unmapped"], "mappedAmong" | "save">;
  now(): number;
}

/**
 * Reads one listing by its id, as a person pasted it, and puts it among those that no product stands for. Throws
 * SyncError("merchant") with `mapping.listing_taken` or `mapping.listing_gone`.
 */
export async function readUnmapped(
  { channel, keys, unmapped, now }: ReadUnmappedDeps,
  channelProductId: string,
): Promise<void> {
  if ((await unmapped.mappedAmong([channelProductId])).size > 0)
    throw new SyncError("merchant", "mapping.listing_taken");
  const content = await channel.readContent(channelProductId);
  if (!content || content.status === "removed")
    throw new SyncError("merchant", "mapping.listing_gone");
  await unmapped.save(await propose({ channel, keys }, [toUnmapped(content)]), now());
}

function toUnmapped({ channelProductId, title, status, skus }: ListingContent): UnmappedListing {
  return {
    channelProductId,
    title,
    status,
    skus: skus.map(({ channelSkuId, sellerSku, barcode, price, stock }) => ({
      channelSkuId,
      sellerSku,
      ...(barcode ? { barcode } : {}),
      ...(price ? { priceMinor: price.minor, currency: price.currency } : {}),
      quantity: stock.reduce((sum, { quantity }) => sum + quantity, 0),
    })),
  };
}
