import { WALK_PAGE_SIZE } from "../../domain/catalogue/sweep-times";
import type { SourceProduct } from "../../domain/catalogue/source-product";
import type { SourceSession, UnreadableProduct } from "../../platforms/source";
import type { LedgerApi } from "../ledger-api";
import {
  seenVariants,
  storeProducts,
  type SeenVariant,
  type StoreProductsDeps,
} from "./observe-products";

export interface RefreshProductsDeps extends StoreProductsDeps {
  products: StoreProductsDeps["products"] & {
    flagDeleted(ids: readonly string[]): Promise<number>;
  };
  connection: {
    settings: {
      /** False: a product that was never pulled is left to the pull. */
      pullNewProducts: boolean;
    };
  };
  openSource(): Promise<Pick<SourceSession, "pullProducts">>;
  now(): number;
}

export interface ObserveNowDeps extends RefreshProductsDeps {
  ledger: Pick<LedgerApi, "observe" | "relinkOffers">;
}

/** What a read of some products showed, for the ledger. */
export interface RefreshedProducts {
  /** Stock and prices of those that are kept. */
  seen: SeenVariant[];
  /** Kept products that the store has deleted. */
  gone: string[];
  /** Products that are there and could not be read, although others beside them could. */
  unreadable: readonly UnreadableProduct[];
  /** The store is not as it is remembered: its facts are to be read again. */
  isStoreChanged: boolean;
}

/** Reads products in the store now and stores them; vanished ones are flagged. */
export async function refreshProducts(
  deps: RefreshProductsDeps,
  ids: readonly string[],
): Promise<RefreshedProducts> {
  const source = await deps.openSource();
  const observedAt = deps.now();
  const { products, unreadable, isStoreChanged = false } = await source.pullProducts(ids);
  const known = await deps.products.readKnown(ids);
  const kept = keptOf(deps, products, known);
  await storeProducts(deps, kept, observedAt);
  // One that cannot be read is there: taking it off sale would be a verdict about the store's fault.
  const answered = new Set([...products, ...unreadable].map(({ id }) => id));
  const gone = ids.filter((id) => known.has(id) && !answered.has(id));
  await deps.products.flagDeleted(gone);
  const named = unreadable.filter(({ id }) => id !== "");
  return { seen: seenVariants(kept), gone, unreadable: named, isStoreChanged };
}

export interface RefreshPageDeps extends RefreshProductsDeps {
  openSource(): Promise<Pick<SourceSession, "pullProducts" | "pullPage">>;
}

/** What one page of the store's products showed. */
export interface RefreshedPage {
  seen: SeenVariant[];
  /** When the store was asked, epoch ms. */
  observedAt: number;
  /** Cursor of the next page; absent at the end. */
  next?: string;
  /** As in `RefreshedProducts`. */
  isStoreChanged: boolean;
}

/** The same for one page of a walk over all products; a product that is as known costs no write. */
export async function refreshPage(
  deps: RefreshPageDeps,
  cursor: string | undefined,
): Promise<RefreshedPage> {
  const source = await deps.openSource();
  const observedAt = deps.now();
  const read = await source.pullPage({}, WALK_PAGE_SIZE, cursor);
  const { products, next, isStoreChanged = false } = read;
  const known = await deps.products.readKnown(products.map(({ id }) => id));
  const kept = keptOf(deps, products, known);
  await storeProducts(deps, kept, observedAt);
  const page = { seen: seenVariants(kept), observedAt, isStoreChanged };
  return next === undefined ? page : { ...page, next };
}

function keptOf(
  { connection }: Pick<RefreshProductsDeps, "connection">,
  products: readonly SourceProduct[],
  known: ReadonlyMap<string, unknown>,
): SourceProduct[] {
  const { pullNewProducts } = connection.settings;
  return products.filter(({ id }) => pullNewProducts || known.has(id));
}

/** Reads products with a report to the ledger. Answers which products the store has and we keep. */
export async function observeNow(
  deps: ObserveNowDeps,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const observedAt = deps.now();
  const { seen, gone } = await refreshProducts(deps, ids);
  await deps.ledger.observe(seen, observedAt, gone);
  return new Set(seen.map(({ productId }) => productId));
}
