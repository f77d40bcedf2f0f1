/** Offers of the simulated channel as a ledger publishes them, and what it sends of them. */
import { observed } from "./ledger-acts";
import type { LedgerHarness } from "./ledger-harness";
import { REQUESTS } from "./request-names";
import type { ListedVariant } from "./simulated-shops";

/** The store has so many of a variant, and the channel shows as many, at 10.00. */
export function listed(harness: LedgerHarness, variant: ListedVariant, quantity = 10): void {
  const { productId, variantId, channelProductId, channelSkuId } = variant;
  harness.world.tiktok.sellerEdits(channelSkuId, { quantity });
  counted(harness, variant, quantity, 1000);
  const published = { productId, variantId, channelProductId, channelSkuId };
  harness.storage.publisher.bind([{ ...published, sentQuantity: quantity, sentPriceMinor: 1000 }]);
}

/** The store comes to have so many of a variant, and Weft sees it. */
export function counted(
  harness: LedgerHarness,
  variant: ListedVariant,
  quantity: number,
  priceMinor?: number,
): void {
  harness.now += 1;
  harness.world.prestashop8.setStockSilently(variant.productId, variant.variantId, quantity);
  observed(harness, variant, quantity, priceMinor);
}

/** Does all that is due; answers what it sent: "quantities white=9", "prices black=8.20", "deactivate". */
export async function sendAll(harness: LedgerHarness): Promise<string[]> {
  harness.requests.sent.length = 0;
  await harness.drainUntilIdle();
  return harness.requests.sent.flatMap((request) => toWrite(harness, request));
}

interface SentSkus {
  skus: { id: string; inventory?: { quantity: number }[]; price?: { amount: string } }[];
}

function toWrite({ white, black }: LedgerHarness, request: string): string[] {
  if (REQUESTS.activate.test(request)) return ["activate"];
  if (REQUESTS.deactivate.test(request)) return ["deactivate"];
  const isQuantity = REQUESTS.setQuantities.test(request);
  if (!isQuantity && !REQUESTS.setPrices.test(request)) return [];
  const { skus } = JSON.parse(request.slice(request.indexOf(" {") + 1)) as SentSkus;
  const names = new Map([
    [white.channelSkuId, "white"],
    [black.channelSkuId, "black"],
  ]);
  const parts = skus.map(({ id, inventory, price }) => {
    const value = isQuantity ? inventory?.[0]?.quantity : price?.amount;
    return `${names.get(id) ?? id}=${value}`;
  });
  return [`${isQuantity ? "quantities" : "prices"} ${parts.join()}`];
}
