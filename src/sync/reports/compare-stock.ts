/** One page of the listings on sale: each SKU in the store, in the ledger and on the channel. */
import { chunks } from "../../lib/chunks";
import { judgeStock, type StockVerdict } from "../../domain/reports/stock-audit";
import type { ReportFinding, StockTotals } from "../../domain/reports/reconciliation";
import type { ListingOffers } from "../../platforms/channel-content";
import type { ReconcileDeps } from "./reconcile-ports";

/** Compares one page of the channel's listings; answers the sums with it, and where the next page begins. */
export async function compareStock(
  deps: ReconcileDeps,
  { stock, next }: { stock: StockTotals; next?: string },
): Promise<{ stock: StockTotals; next: string | undefined }> {
  const { channel, ledger, findings, now } = deps;
  const page = await channel.readOffers(next === undefined ? {} : { cursor: next });
  const onSale = page.listings.filter(({ status }) => status === "live");
  const counts = await ledger.readCounts(onSale.map(({ channelProductId }) => channelProductId));
  const observedAt = now();
  const levels = await levelsOf(deps, [...new Set(counts.map(({ productId }) => productId))]);
  const shown = shownIn(onSale, deps.warehouseId);
  const before = await findings.find(counts.map(({ channelSkuId }) => `sku:${channelSkuId}`));
  const named = new Map(before.map(({ key, what }) => [key, what]));
  const found: ReportFinding[] = [];
  const verdicts: StockVerdict[] = [];
  for (const known of counts) {
    const { channelSkuId, productId, variantId, physical, reserved, wanted } = known;
    const inStore = levels.get(`${productId}:${variantId}`);
    const key = `sku:${channelSkuId}`;
    const judged = judgeStock(known, inStore, shown.get(channelSkuId));
    const verdict = (named.get(key) as StockVerdict | undefined) ?? judged;
    verdicts.push(verdict);
    if (verdict !== "store" && verdict !== "channel" && verdict !== "unread") continue;
    const facts = {
      variantId,
      listingId: known.channelProductId,
      ledger: physical,
      reserved,
      wanted,
      ...(inStore === undefined ? {} : { store: inStore }),
      ...numberOf("shown", shown.get(channelSkuId)),
    };
    found.push({ key, what: verdict, subjectId: productId, isRepaired: false, facts });
  }
  await findings.add(found);
  // A difference is read a second time at the end; what only ends a reservation is taken in now.
  await ledger.observe(
    counts.flatMap(({ productId, variantId, physical, isMoving }) => {
      const quantity = levels.get(`${productId}:${variantId}`);
      const isNews = isMoving && quantity !== undefined && quantity !== physical;
      return isNews ? [{ productId, variantId, quantity }] : [];
    }),
    observedAt,
  );
  return { stock: addStock(stock, verdicts), next: page.next };
}

const numberOf = (name: string, value: number | undefined) =>
  value === undefined ? {} : { [name]: value };

const PRODUCTS_PER_READ = 100;

/** What the store counts, by product and variant. */
export async function levelsOf(
  { source }: Pick<ReconcileDeps, "source">,
  productIds: readonly string[],
): Promise<Map<string, number>> {
  const levels = new Map<string, number>();
  for (const ids of chunks(productIds, PRODUCTS_PER_READ))
    for (const { productId, variantId, quantity } of await source.readStock(ids))
      levels.set(`${productId}:${variantId}`, quantity);
  return levels;
}

function addStock(totals: StockTotals, verdicts: readonly StockVerdict[]): StockTotals {
  const sum = { ...totals, compared: totals.compared + verdicts.length };
  for (const verdict of verdicts) sum[verdict] += 1;
  return sum;
}

/** Quantities in the connection's warehouse by SKU, as far as a reading says them. */
export function shownIn(
  listings: readonly ListingOffers[],
  warehouseId: string,
): ReadonlyMap<string, number> {
  const skus = listings.flatMap((listing) => listing.skus);
  return new Map(
    skus.flatMap(({ channelSkuId, stock }) => {
      const row = stock.find((one) => one.warehouseId === warehouseId);
      return row ? [[channelSkuId, row.available] as const] : [];
    }),
  );
}
