/**
 * Prices from whoever knows them best. The module has the store compute them, whatever they rest on; the
 * webservice does not tell what a customer group has off a category.
 */
import { keyOfVariant, type PriceLevel } from "../../domain/catalogue/source-product";
import type { SourcePrices } from "../source";
import type { StoreModule } from "./module/open-module";
import { readStoreOwnPrices } from "./module/read-prices";
import { priceQuery } from "./price-of";
import { readPrices } from "./prices";
import type { Query, StoreClient } from "./request";
import type { ProductFacts } from "./store-memory";

export interface StorePrices {
  /** What a list of products or variants asks for to tell prices; nothing where the module will. */
  query(): Promise<Query>;
  /** Prices of all variants of these products; those that cannot be read are absent. */
  read(productIds: readonly string[]): Promise<SourcePrices>;
  /** By `variantKey`: those of `read`, and by the webservice what the module left out of `wanted`. */
  readAll(wanted: readonly WantedPrice[]): Promise<ReadonlyMap<string, PriceLevel>>;
}

export type WantedPrice = Pick<PriceLevel, "productId" | "variantId">;

const idsOf = (some: readonly WantedPrice[]) => [...new Set(some.map((it) => it.productId))];

/**
 * One call of the module per 300 products, or two requests of the webservice per 100 where no module
 * computes prices. Throws what `readStoreOwnPrices` throws.
 */
export function storePrices(
  client: StoreClient,
  module: StoreModule,
  facts: () => Promise<ProductFacts>,
): StorePrices {
  const isByModule = async () => (await module.isThere()) && module.mayKnow("prices");
  const byWebservice = async (ids: readonly string[]) => readPrices(client, await facts(), ids);
  const read = async (ids: readonly string[]) =>
    ((await isByModule()) ? await readStoreOwnPrices(module, await facts(), ids) : undefined) ??
    byWebservice(ids);
  return {
    query: async () => ((await isByModule()) ? {} : priceQuery(await facts())),
    read,
    async readAll(wanted) {
      const { levels, transport } = await read(idsOf(wanted));
      const found = new Map(levels.map((level) => [keyOfVariant(level), level]));
      const missing = wanted.filter((one) => !found.has(keyOfVariant(one)));
      if (missing.length === 0 || transport === "webservice") return found;
      const others = await byWebservice(idsOf(missing));
      return new Map([
        ...others.levels.map((level) => [keyOfVariant(level), level] as const),
        ...found,
      ]);
    },
  };
}
