/**
 * Products whose price moves by the clock: a dated discount begins or ends. The store tells of it by
 * no event and no date of the product.
 */
import type { PriceEdges } from "../source-changes";
import { text } from "./json";
import type { StoreClient } from "./request";
import { windowFilter } from "./time";

/** More discounts at once are answered as "any product": whoever asks reads all of them. */
const MOST_ROWS = 1_000;

/** Two requests. `from` and `until`: epoch ms, inclusive. */
export async function readPriceEdges(
  client: StoreClient,
  timeZone: string,
  from: number,
  until: number,
): Promise<PriceEdges> {
  const window = windowFilter({ from, until }, timeZone);
  const list = (column: "from" | "to") =>
    client.list("specific_prices", {
      display: "[id,id_product]",
      [`filter[${column}]`]: window ?? "",
      sort: "[id_ASC]",
      limit: MOST_ROWS + 1,
    });
  const [begun, ended] = await Promise.all([list("from"), list("to")]);
  const ids = new Set([...begun, ...ended].map((row) => text(row, "id_product")));
  // A discount of product 0 is one of all products.
  const isAll = ids.has("0") || Math.max(begun.length, ended.length) > MOST_ROWS;
  return { productIds: isAll ? [] : [...ids], isAll };
}
