import type { SourceSession } from "../../platforms/source";
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
  ledger: Pick<LedgerApi, "observe">;
}

/**
 * Reads products in the store now and stores them; vanished ones are flagged. Answers stock and
 * prices of those that are kept, for the ledger.
 */
export async function refreshProducts(
  deps: RefreshProductsDeps,
  ids: readonly string[],
): Promise<SeenVariant[]> {
  const source = await deps.openSource();
  const observedAt = deps.now();
  const { products, unreadable } = await source.pullProducts(ids);
  const known = await deps.products.readKnown(ids);
  const { pullNewProducts } = deps.connection.settings;
  const kept = products.filter(({ id }) => pullNewProducts || known.has(id));
  await storeProducts(deps, kept, observedAt);
  // One that cannot be read is there: taking it off sale would be a verdict about the store's fault.
  const answered = new Set([...products, ...unreadable].map(({ id }) => id));
  await deps.products.flagDeleted(ids.filter((id) => known.has(id) && !answered.has(id)));
  return seenVariants(kept);
}

/** The same with a report to the ledger. Answers which products the store has and we keep. */
export async function observeNow(
  deps: ObserveNowDeps,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const observedAt = deps.now();
  const seen = await refreshProducts(deps, ids);
  await deps.ledger.observe(seen, observedAt);
  return new Set(seen.map(({ productId }) => productId));
}
