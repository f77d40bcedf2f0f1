import { holdsStock, type ChannelOrder } from "./channel-order";

export interface MovedSku {
  channelSkuId: string;
  cause: "order" | "cancelled";
}

/**
 * SKUs whose counter at the channel an order has moved since `before` was read: the channel takes a
 * unit when a buyer orders it and gives it back when the line is cancelled. An order first seen
 * cancelled did both. One first seen on its way is not in the store either: the channel's lower
 * number is the right one. Orders from the channel's own warehouse touch no counter of the seller's.
 */
export function movedSkus(before: ChannelOrder | undefined, after: ChannelOrder): MovedSku[] {
  if (after.fulfilment === "channel") return [];
  const isFirst = before === undefined;
  if (isFirst && !holdsStock(after.state) && after.state !== "cancelled") return [];
  const taken = takenUnits(before);
  const now = takenUnits(after);
  const skus = new Set([...after.lines, ...(before?.lines ?? [])].map((line) => line.channelSkuId));
  return [...skus].flatMap((channelSkuId): MovedSku[] => {
    const change = (now.get(channelSkuId) ?? 0) - (taken.get(channelSkuId) ?? 0);
    if (change === 0 && !isFirst) return [];
    return [{ channelSkuId, cause: change > 0 ? "order" : "cancelled" }];
  });
}

/** Units that an order takes from the channel's counter, by SKU. */
function takenUnits(order: ChannelOrder | undefined): Map<string, number> {
  const units = new Map<string, number>();
  if (!order || order.state === "cancelled") return units;
  for (const { channelSkuId, isCancelled } of order.lines)
    if (!isCancelled) units.set(channelSkuId, (units.get(channelSkuId) ?? 0) + 1);
  return units;
}
