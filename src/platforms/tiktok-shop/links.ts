/** Deep links into the seller's own pages. The EU markets share one host, others have their own. */

const EU_MARKETS = new Set(["DE", "ES", "FR", "IE", "IT"]);

function sellerCenter(region: string): string {
  if (EU_MARKETS.has(region)) return "https://seller-eu.tiktok.com";
  return `https://seller-${region === "GB" ? "uk" : region.toLowerCase()}.tiktok.com`;
}

export function productUrl(region: string, channelProductId: string): string {
  const query = new URLSearchParams({ shop_region: region });
  return `${sellerCenter(region)}/product/edit/${encodeURIComponent(channelProductId)}?${query}`;
}

export function orderUrl(region: string, channelOrderId: string): string {
  const query = new URLSearchParams({ order_no: channelOrderId, shop_region: region });
  return `${sellerCenter(region)}/order/detail?${query}`;
}
