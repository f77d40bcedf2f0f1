import type { SourceSession } from "../../platforms/source";
import {
  seenVariants,
  storeProducts,
  type ObserveProductsDeps,
  type SeenVariant,
} from "./observe-products";

export interface RefreshProductsDeps extends ObserveProductsDeps {
  products: ObserveProductsDeps["products"] & {
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

/**
 * Reads products in the store now and stores them; vanished ones are flagged. The ledger learns
 * their stock and prices. Answers what was seen of those that are kept.
 */
export async function refreshProducts(
  deps: RefreshProductsDeps,
  ids: readonly string[],
): Promise<SeenVariant[]> {
  const source = await deps.openSource();
  const observedAt = deps.now();
  const products = await source.pullProducts(ids);
  const known = await deps.products.readHashes(ids);
  const { pullNewProducts } = deps.connection.settings;
  const kept = products.filter(({ id }) => pullNewProducts || known.has(id));
  await storeProducts(deps, kept, observedAt);
  const answered = new Set(products.map(({ id }) => id));
  await deps.products.flagDeleted(ids.filter((id) => known.has(id) && !answered.has(id)));
  const seen = seenVariants(kept);
  await deps.ledger.observe(seen, observedAt);
  return seen;
}
