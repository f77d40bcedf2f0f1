/** Prices by the webservice: two requests per 100 products. */
import type { PriceLevel } from "../../domain/catalogue/source-product";
import type { SourcePrices } from "../source";
import { chunks } from "./chunks";
import { text, type Row } from "./json";
import type { Query, StoreClient } from "./request";
import { listPriceOf, priceOf } from "./to-source-product";

/** Tax-inclusive prices computed by the store: with today's discounts, and without. */
export const PRICES: Query = {
  "price[final][use_tax]": 1,
  "price[nodisc][use_tax]": 1,
  "price[nodisc][use_reduction]": 0,
};

/** `currency`: the store's own, in which it computes. */
export async function readPrices(
  client: StoreClient,
  currency: string,
  productIds: readonly string[],
): Promise<SourcePrices> {
  const levels: PriceLevel[] = [];
  for (const part of chunks(productIds)) {
    const ids = `[${part.join("|")}]`;
    const ask = { sort: "[id_ASC]", ...PRICES };
    const [products, combinations] = await Promise.all([
      client.list("products", { display: "[id,final,nodisc]", "filter[id]": ids, ...ask }),
      client.list("combinations", {
        display: "[id,id_product,final,nodisc]",
        "filter[id_product]": ids,
        ...ask,
      }),
    ]);
    const varied = new Set(combinations.map((row) => text(row, "id_product")));
    const toLevel = (row: Row, productId: string, variantId: string): PriceLevel => ({
      productId,
      variantId,
      priceMinor: priceOf(row, currency),
      listPriceMinor: listPriceOf(row, currency),
    });
    levels.push(
      ...combinations.map((row) => toLevel(row, text(row, "id_product"), text(row, "id"))),
      ...products
        .filter((row) => !varied.has(text(row, "id")))
        .map((row) => toLevel(row, text(row, "id"), "0")),
    );
  }
  return { currency, levels, transport: "webservice" };
}
