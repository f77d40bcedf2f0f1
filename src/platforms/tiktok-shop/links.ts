/** Deep links into the seller's own pages. */
import { marketOf } from "./markets";

/** A shop of a market not known yet gets the host that such a market most likely has. */
function sellerCenter(region: string): string {
  return marketOf(region)?.sellerCenter ?? `https://seller-${region.toLowerCase()}.tiktok.com`;
}

export function productUrl(region: string, channelProductId: string): string {
  const query = new URLSearchParams({ shop_region: region });
  return `${sellerCenter(region)}/product/edit/${encodeURIComponent(channelProductId)}?${query}`;
}

export function orderUrl(region: string, channelOrderId: string): string {
  const query = new URLSearchParams({ order_no: channelOrderId, shop_region: region });
  return `${sellerCenter(region)}/order/detail?${query}`;
}
