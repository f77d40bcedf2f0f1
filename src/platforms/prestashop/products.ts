/**
 * Reads products in bulk: three requests a page, whatever its size, and four more per session for the
 * names of options and features. It does not decide what changed.
 */
import type { SourceProduct } from "../../domain/catalogue";
import type { PullWindow, SourceProductPage } from "../source";
import { readFeatures, readOptions, type PairsById } from "./dictionary";
import { count, linked, text, type Row } from "./json";
import { once } from "./once";
import type { Query, ShopClient } from "./request";
import type { ShopFacts } from "./shop-facts";
import { windowFilter } from "./time";
import { byProduct, toSourceProduct } from "./to-source-product";

export interface ProductReader {
  pullPage(window: PullWindow, pageSize: number, cursor?: string): Promise<SourceProductPage>;
  pullProducts(ids: readonly string[]): Promise<readonly SourceProduct[]>;
  listProductIds(): Promise<readonly string[]>;
}

/** Tax-inclusive prices computed by the shop: with today's discounts, and without. */
const PRICES: Query = {
  "price[final][use_tax]": 1,
  "price[nodisc][use_tax]": 1,
  "price[nodisc][use_reduction]": 0,
};
/** Ids in one filter; a longer address line is refused by common web servers. */
const IDS_PER_REQUEST = 100;
const NONE: PairsById = new Map();

export function productReader(
  client: ShopClient,
  shopUrl: string,
  facts: () => Promise<ShopFacts>,
): ProductReader {
  const options = once(async () => readOptions(client, (await facts()).languageId));
  const features = once(async () => readFeatures(client, (await facts()).languageId));

  async function readProducts(query: Query): Promise<readonly Row[]> {
    const { languageId } = await facts();
    const ask = { display: "full", language: languageId, sort: "[id_ASC]", ...PRICES, ...query };
    return client.list("products", ask);
  }

  async function complete(rows: readonly Row[]): Promise<readonly SourceProduct[]> {
    if (rows.length === 0) return [];
    const ids = rows.map((row) => text(row, "id"));
    const varied = rows.filter((row) => linked(row, "combinations").length > 0);
    const described = rows.some((row) => linked(row, "product_features").length > 0);
    const [shop, combinations, stock, optionNames, featureNames] = await Promise.all([
      facts(),
      varied.length > 0
        ? readOf(
            client,
            "combinations",
            varied.map((row) => text(row, "id")),
            {
              display: "full",
              ...PRICES,
            },
          )
        : [],
      readOf(client, "stock_availables", ids, {
        display: "[id,id_product,id_product_attribute,quantity]",
      }),
      varied.length > 0 ? options() : NONE,
      described ? features() : NONE,
    ]);
    const variants = byProduct(combinations);
    const levels = byProduct(stock);
    return rows.map((row) =>
      toSourceProduct(row, {
        shopUrl,
        facts: shop,
        options: optionNames,
        features: featureNames,
        combinations: variants.get(text(row, "id")) ?? [],
        quantities: new Map(
          (levels.get(text(row, "id")) ?? []).map((level) => [
            text(level, "id_product_attribute"),
            count(level, "quantity"),
          ]),
        ),
      }),
    );
  }

  return {
    async pullPage(window, pageSize, cursor) {
      const { timeZone } = await facts();
      const changed = windowFilter(window, timeZone);
      // The next page starts behind the last id: a product deleted meanwhile shifts nothing.
      const rows = await readProducts({
        limit: pageSize,
        ...(cursor === undefined ? {} : { "filter[id]": `>[${cursor}]` }),
        ...(changed === undefined ? {} : { "filter[date_upd]": changed, date: 1 }),
      });
      const products = await complete(rows);
      const last = rows.at(-1);
      return last && rows.length >= pageSize ? { products, next: text(last, "id") } : { products };
    },
    async pullProducts(ids) {
      const pages: SourceProduct[] = [];
      for (const part of chunks(ids))
        pages.push(
          ...(await complete(await readProducts({ "filter[id]": `[${part.join("|")}]` }))),
        );
      return pages;
    },
    async listProductIds() {
      const rows = await client.list("products", { display: "[id]", sort: "[id_ASC]" });
      return rows.map((row) => text(row, "id"));
    },
  };
}

/** Rows of a resource that belong to the given products. */
export async function readOf(
  client: ShopClient,
  resource: string,
  productIds: readonly string[],
  query: Query,
): Promise<readonly Row[]> {
  const parts = chunks(productIds).map((part) =>
    client.list(resource, {
      ...query,
      "filter[id_product]": `[${part.join("|")}]`,
      sort: "[id_ASC]",
    }),
  );
  return (await Promise.all(parts)).flat();
}

/** Ids in groups that fit one address line. */
export function chunks(ids: readonly string[]): readonly (readonly string[])[] {
  const parts: (readonly string[])[] = [];
  for (let start = 0; start < ids.length; start += IDS_PER_REQUEST)
    parts.push(ids.slice(start, start + IDS_PER_REQUEST));
  return parts;
}
