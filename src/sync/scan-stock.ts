import { variantKey, type StockLevel } from "../domain/catalogue";
import type { SourceSession } from "../platforms/source";

export interface KnownCount {
  productId: string;
  variantId: string;
  physical: number;
  /** True when the channel sells it. */
  isLive: boolean;
}

export interface ScanStockDeps {
  source(): Promise<Pick<SourceSession, "readStock">>;
  listCounts(): readonly KnownCount[];
  /** Stores counts that differ and the fact that all others are still right at `scannedAt`. */
  observeScan(changed: readonly StockLevel[], scannedAt: number): void;
  observe(levels: readonly StockLevel[], observedAt: number): void;
  now(): number;
}

/**
 * Reads every count of the store and keeps those that moved: rows of stock carry no date, and direct
 * SQL sends no event. A variant on sale that the store no longer has counts as 0; variants nobody
 * pulled yet are left to the pull.
 */
export async function scanStock(deps: ScanStockDeps): Promise<number> {
  const scannedAt = deps.now();
  const levels = await (await deps.source()).readStock();
  const seen = new Map(
    levels.map((level) => [variantKey(level.productId, level.variantId), level]),
  );
  const changed: StockLevel[] = [];
  for (const { productId, variantId, physical, isLive } of deps.listCounts()) {
    const level = seen.get(variantKey(productId, variantId));
    // An empty answer is a broken store rather than an empty one.
    const isGone = !level && isLive && levels.length > 0;
    if (level && level.quantity !== physical) changed.push(level);
    if (isGone && physical !== 0) changed.push({ productId, variantId, quantity: 0 });
  }
  deps.observeScan(changed, scannedAt);
  return changed.length;
}

/** Counts of a few products, after an event. */
export async function observeStock(
  deps: Pick<ScanStockDeps, "source" | "observe" | "now">,
  productIds: readonly string[],
): Promise<void> {
  const observedAt = deps.now();
  const levels = await (await deps.source()).readStock(productIds);
  deps.observe(levels, observedAt);
}
