/** Prices by the module, as the store itself computes them at this moment. */
import type { PriceLevel } from "../../../domain/catalogue/source-product";
import { chunks } from "../../../lib/chunks";
import type { SourcePrices } from "../../source";
import type { ProductFacts } from "../store-memory";
import type { StoreModule } from "./open-module";

/** The most the module takes. */
const PRODUCTS_PER_CALL = 300;

/** One call per 300 products; where a slow store leaves some of them, one more for these. */
export async function readModulePrices(
  module: StoreModule,
  { priceGroupId: group, currencyId }: Pick<ProductFacts, "priceGroupId" | "currencyId">,
  productIds: readonly string[],
): Promise<SourcePrices> {
  const levels: PriceLevel[] = [];
  let currency = "";
  // Asked without products as well: the currency is part of the answer.
  const parts = productIds.length === 0 ? [[]] : chunks(productIds, PRODUCTS_PER_CALL);
  for (const part of parts)
    for (let products: readonly string[] = part; ;) {
      const answer = await module.ask("prices", { products, group, currencyId });
      currency = answer.currency;
      levels.push(
        ...answer.rows.map(([productId, variantId, priceMinor, listPriceMinor]) => ({
          productId,
          variantId,
          priceMinor,
          listPriceMinor,
        })),
      );
      // A module that computes nothing at all would be asked for ever.
      if (answer.left.length === 0 || answer.left.length === products.length) break;
      products = answer.left;
    }
  return { currency, levels, transport: "module" };
}
