import { variantKey, type StockLevel } from "../../domain/catalogue/source-product";
import type { Transport } from "../../domain/connections/source-store";
import type { VariantLink } from "../../domain/orders/order-draft";
import type { Pack } from "../../domain/stock/pack";
import type { SourceSession } from "../../platforms/source";
import type { StockChanges } from "../../platforms/source-changes";

export interface KnownCount {
  productId: string;
  variantId: string;
  physical: number;
  /** True when the channel sells it. */
  isLive: boolean;
}

/** Where the last scan ended. */
export interface StockCursor {
  cursor: string;
  /** Begin of the last scan that read everything, epoch ms. */
  wholeAt: number;
}

export interface ScanStockDeps {
  source(): Promise<Pick<SourceSession, "readStock" | "readStockChanges">>;
  /** Known counts of these variants. */
  listCounts(of: readonly VariantLink[]): readonly KnownCount[];
  /** All known counts, some at a time. */
  pageCounts(): Iterable<readonly KnownCount[]>;
  /** Stores counts that differ and the fact that all others are still right at `scannedAt`. */
  observeScan(changed: readonly StockLevel[], scannedAt: number): void;
  observe(levels: readonly StockLevel[], observedAt: number): void;
  setPacks(packs: readonly Pack[]): void;
  readCursor(): StockCursor | undefined;
  /**
   * Products whose count was learned outside the scan, or was younger than the scan's. The store
   * answers what changed since its cursor, and the cursor has passed these counts already.
   */
  listRecounts(): { ids: readonly string[]; upTo: number };
  /** `upTo`: as listed; all of them without. */
  dropRecounts(upTo?: number): void;
  /** Undefined: the next scan reads everything. */
  writeCursor(cursor: StockCursor | undefined): void;
  now(): number;
}

/**
 * A change the store did not report, or whose report was lost here, stays unseen no longer than
 * this.
 */
const WHOLE_EVERY_MS = 6 * 3_600_000;

/**
 * Finds every count of the store that moved: rows of stock carry no date, and direct SQL sends no
 * event. A store that reports changes is asked for those, and now and then for everything. A
 * variant on sale that the store no longer has counts as 0; variants not pulled yet are left to the
 * pull. Counts learned outside the scan are read once more by id. Answers the transport used.
 */
export async function scanStock(deps: ScanStockDeps): Promise<Transport> {
  const scannedAt = deps.now();
  const last = deps.readCursor();
  const isWholeDue = !last || Math.abs(scannedAt - last.wholeAt) >= WHOLE_EVERY_MS;
  // A whole read has every count, wherever the known one came from.
  if (isWholeDue) deps.dropRecounts();
  const read = await (await deps.source()).readStockChanges(isWholeDue ? undefined : last.cursor);
  deps.setPacks(read.packs);
  deps.observeScan(findMoved(deps, read), scannedAt);
  const wholeAt = read.isWhole ? scannedAt : (last?.wholeAt ?? scannedAt);
  deps.writeCursor(read.cursor === null ? undefined : { cursor: read.cursor, wholeAt });
  if (read.cursor !== null) await recount(deps);
  return read.transport;
}

/** A count that moves meanwhile is read again by the next scan. */
async function recount(deps: ScanStockDeps): Promise<void> {
  const { ids, upTo } = deps.listRecounts();
  if (ids.length === 0) return;
  await observeStock(deps, ids);
  deps.dropRecounts(upTo);
}

/**
 * Counts that differ from what is known; of the known ones no more are listed than the store reported
 * of, and never all at once.
 */
function findMoved(
  { listCounts, pageCounts }: Pick<ScanStockDeps, "listCounts" | "pageCounts">,
  { levels, gone, isWhole }: StockChanges,
): StockLevel[] {
  if (levels.length === 0 && gone.length === 0) return [];
  const seen = new Map(levels.map((level) => [keyOf(level), level]));
  const lost = new Set(gone.map(keyOf));
  const moved: StockLevel[] = [];
  for (const page of isWhole ? pageCounts() : [listCounts([...levels, ...gone])])
    for (const known of page) {
      const key = keyOf(known);
      const level = seen.get(key);
      // An empty whole read is a broken store, not an empty one.
      const isGone = !level && known.isLive && (isWhole ? levels.length > 0 : lost.has(key));
      const { productId, variantId, physical } = known;
      if (level && level.quantity !== physical) moved.push(level);
      if (isGone && physical !== 0) moved.push({ productId, variantId, quantity: 0 });
    }
  return moved;
}

function keyOf({ productId, variantId }: { productId: string; variantId: string }): string {
  return variantKey(productId, variantId);
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
