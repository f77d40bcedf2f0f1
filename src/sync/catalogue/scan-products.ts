/**
 * Finds products that changed without an event: saved by others, discounts that begin or end, lost
 * notices. It only names them; a read of their own follows. What the store cannot tell is left to
 * the walk over all products.
 */
import type { SourceSession } from "../../platforms/source";
import type { PriceEdges } from "../../platforms/source-changes";

/** Where the last scan ended. */
export interface ProductScan {
  cursor: string;
  /** When the store was asked, epoch ms. */
  askedAt: number;
  /** The store names every change; else only products that were saved. */
  tellsAll: boolean;
}

export interface ScanProductsDeps {
  source(): Promise<Pick<SourceSession, "readProductChanges" | "readPriceEdges">>;
  readScan(): ProductScan | undefined;
  writeScan(scan: ProductScan): void;
  /** How many products are known. */
  hasMoreProductsThan(count: number): boolean;
  /** Believes the settings of now that products are read by. */
  checkSettings(): Promise<void>;
  reread(productIds: readonly string[]): void;
  /** Reads once more, some minutes after this, what the store names now. */
  rereadLater(productIds: readonly string[]): void;
  /** All products are to be read, beginning now. */
  walkNow(): void;
  now(): number;
}

/** A discount with odd seconds ends with its minute. */
const EDGE_GRAIN_MS = 60_000;
const NO_EDGES: PriceEdges = { productIds: [], isAll: false };
/** As many as one page of a read holds. */
const MANY = 100;

/** One request where the store tells everything, three where it does not. */
export async function scanProducts(deps: ScanProductsDeps): Promise<void> {
  const askedAt = deps.now();
  const last = deps.readScan();
  const source = await deps.source();
  const { cursor, isWhole, unseen, ...changed } = await source.readProductChanges(last?.cursor);
  const edges =
    last && unseen.includes("prices")
      ? await source.readPriceEdges(last.askedAt - EDGE_GRAIN_MS, askedAt)
      : NO_EDGES;
  const ids = isWhole
    ? [...edges.productIds]
    : [...new Set([...changed.productIds, ...changed.goneIds, ...edges.productIds])];
  // Where most products changed at once, a setting may have: then they are read by the new one.
  const isMost = () => ids.length >= MANY || !deps.hasMoreProductsThan(ids.length * 2);
  if (ids.length > 0 && isMost()) await deps.checkSettings();
  if (ids.length > 0) deps.reread(ids);
  // It names no change twice, and the read may be answered by a copy that lags behind.
  if (unseen.length === 0) deps.rereadLater(ids);
  // The first walk comes by itself.
  if ((last && isWhole) || edges.isAll) deps.walkNow();
  deps.writeScan({ cursor, askedAt, tellsAll: unseen.length === 0 });
}
