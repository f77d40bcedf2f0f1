/** Prices by the webservice: two requests per 100 products. */
import type { PriceLevel } from "../../domain/catalogue/source-product";
import type { SourcePrices } from "../source";
import { chunks } from "./chunks";
import { text, type Row } from "./json";
import { listAll, ROWS_PER_REQUEST } from "./list-all";
import { readApart } from "./read-apart";
import { listPriceOf, priceOf, priceQuery, type PriceFacts } from "./price-of";
import type { StoreClient } from "./request";

/** As `facts` say for whom and in which currency. */
export async function readPrices(
  client: StoreClient,
  facts: PriceFacts,
  productIds: readonly string[],
): Promise<SourcePrices> {
  const { currency } = facts;
  const audience = priceQuery(facts);
  const levels: PriceLevel[] = [];
  for (const part of chunks(productIds)) {
    const [products, combinations] = await Promise.all([
      readApart(part, (ids) =>
        client.list("products", {
          display: "[id,final,nodisc]",
          "filter[id]": `[${ids.join("|")}]`,
          sort: "[id_ASC]",
          ...audience,
        }),
      ),
      readApart(part, (ids) => {
        const own = { "filter[id_product]": `[${ids.join("|")}]`, ...audience };
        const display = "[id,id_product,final,nodisc]";
        return listAll(client, "combinations", { display, ...own }, ROWS_PER_REQUEST.combinations);
      }),
    ]);
    const isKnown = (id: string) => id !== "" && !combinations.unreadable.has(id);
    const varied = new Set(combinations.rows.map((row) => text(row, "id_product")));
    const single = products.rows.filter((row) => !varied.has(text(row, "id")));
    levels.push(
      ...combinations.rows.flatMap((row) =>
        toLevel(row, facts, text(row, "id_product"), text(row, "id")),
      ),
      ...single
        .filter((row) => isKnown(text(row, "id")))
        .flatMap((row) => toLevel(row, facts, text(row, "id"), "0")),
    );
  }
  return { currency, levels, transport: "webservice" };
}

/** Nothing where the price is none: the one that is known stands. */
function toLevel(row: Row, facts: PriceFacts, productId: string, variantId: string): PriceLevel[] {
  if (text(row, "final") === "") return [];
  try {
    const priceMinor = priceOf(row, facts);
    return [{ productId, variantId, priceMinor, listPriceMinor: listPriceOf(row, facts) }];
  } catch {
    return [];
  }
}
