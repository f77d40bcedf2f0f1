/** Deep links into the seller's own pages, one host per market. */

function sellerCenter(region: string): string {
  const market = region === "GB" ? "uk" : region.toLowerCase();
  return `https://seller-${market}.tiktok.com`;
}

export function productUrl(region: string, channelProductId: string): string {
  return `${sellerCenter(region)}/product/edit/${encodeURIComponent(channelProductId)}`;
}

export function orderUrl(region: string, channelOrderId: string): string {
  return `${sellerCenter(region)}/order/detail?order_no=${encodeURIComponent(channelOrderId)}`;
}
