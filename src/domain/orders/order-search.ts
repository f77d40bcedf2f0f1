import { searchText } from "../search-text";
import type { ChannelOrder } from "./channel-order";

interface Searched {
  channelOrderId: string;
  sourceReference: string | null;
  trackingNumber: string | null;
  body: ChannelOrder;
}

/**
 * What an order is found by besides its buyer: its ids on both sides, tracking numbers, and SKUs and
 * names of its goods. It names no person, so it stays when the buyer is forgotten.
 */
export function orderSearchText(order: Searched): string {
  const { channelOrderId, sourceReference, trackingNumber, body } = order;
  return searchText([
    channelOrderId,
    sourceReference,
    trackingNumber,
    ...body.lines.flatMap((line) => [
      line.trackingNumber,
      line.sellerSku,
      line.name,
      line.variantName,
    ]),
  ]);
}
