/**
 * Reads products in bulk: three requests a page, whatever its size, and those for the names of
 * options and features it has not met. It does not decide what changed.
 */
import type { SourceProduct } from "../../domain/catalogue/source-product";
import { asSyncError } from "../../domain/errors/sync-error";
import type { PullWindow } from "../../domain/catalogue/pull-window";
import type { SourceProductPage } from "../source";
import { chunks } from "./chunks";
import type { Dictionary } from "./dictionary";
import { count, linked, text, type Row } from "./json";
import { PRICES } from "./prices";
import type { Query, StoreClient } from "./request";
import { stockDisplay } from "./stock";
import type { ProductFacts } from "./store-memory";
import { stockOf } from "./store-shop";
import { windowFilter } from "./time";
import { byProduct, toSourceProduct } from "./to-source-product";

export interface ProductReader {
  pullPage(window: PullWindow, pageSize: number, cursor?: string): Promise<SourceProductPage>;
  pullProducts(ids: readonly string[]): Promise<readonly SourceProduct[]>;
  listProductIds(): Promise<readonly string[]>;
}

const NEEDS_ONE_LANGUAGE = new Set(["prestashop.php_warning", "prestashop.answer_too_large"]);

export function productReader(
  client: StoreClient,
  shopUrl: string,
  facts: () => Promise<ProductFacts>,
  dictionary: Dictionary,
): ProductReader {
  async function readProducts(query: Query): Promise<readonly Row[]> {
    const { languageId, languages = [] } = await facts();
    const ask = { display: "full", language: languageId, sort: "[id_ASC]", ...PRICES, ...query };
    if (languages.length === 0) return client.list("products", ask);
    const all = [languageId, ...languages.map(({ id }) => id)].join("|");
    try {
      return await client.list("products", { ...ask, language: `[${all}]` });
    } catch (caught) {
      // Where a translation is missing in the database, or the texts are too long together.
      if (!NEEDS_ONE_LANGUAGE.has(asSyncError(caught).code)) throw caught;
      return client.list("products", ask);
    }
  }

  async function complete(
    rows: readonly Row[],
    breadth: "all" | "some",
  ): Promise<readonly SourceProduct[]> {
    if (rows.length === 0) return [];
    const ids = rows.map((row) => text(row, "id"));
    const describing = rows.flatMap((row) => idsIn(row, "product_features", "id_feature_value"));
    const storeFacts = await facts();
    const { shop } = storeFacts;
    const [{ combinations, options }, stock, features] = await Promise.all([
      readVariants(rows, breadth),
      readOf(client, "stock_availables", ids, { display: stockDisplay(shop) }),
      dictionary.features(describing, breadth),
    ]);
    const variants = byProduct(combinations);
    const levels = byProduct(stockOf(stock, shop));
    return rows.map((row) =>
      toSourceProduct(row, {
        shopUrl,
        facts: storeFacts,
        options,
        features,
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

  async function readVariants(rows: readonly Row[], breadth: "all" | "some") {
    const varied = rows.filter((row) => linked(row, "combinations").length > 0);
    const ids = varied.map((row) => text(row, "id"));
    // Of several languages, one that lacks a row of a combination would make the store answer 500.
    const { languageId } = await facts();
    const query = { display: "full", language: languageId, ...PRICES };
    const combinations = await readOf(client, "combinations", ids, query);
    const chosen = combinations.flatMap((row) => idsIn(row, "product_option_values", "id"));
    return { combinations, options: await dictionary.options(chosen, breadth) };
  }

  return {
    async pullPage(window, pageSize, cursor) {
      const { timeZone } = await facts();
      const changed = windowFilter(window, timeZone);
      // The next page starts behind the last id: a product deleted meanwhile shifts nothing.
      // One more is asked for than answered: it tells whether there is a next page.
      const found = await readProducts({
        limit: pageSize + 1,
        ...(cursor === undefined ? {} : { "filter[id]": `>[${cursor}]` }),
        ...(changed === undefined ? {} : { "filter[date_upd]": changed, date: 1 }),
      });
      const rows = found.slice(0, pageSize);
      const products = await complete(rows, "all");
      const last = rows.at(-1);
      return last && found.length > pageSize ? { products, next: text(last, "id") } : { products };
    },
    async pullProducts(ids) {
      const pages: SourceProduct[] = [];
      for (const part of chunks(ids))
        pages.push(
          ...(await complete(await readProducts({ "filter[id]": `[${part.join("|")}]` }), "some")),
        );
      return pages;
    },
    async listProductIds() {
      // Without `display` the store builds no whole product for each id.
      const rows = await client.list("products", { sort: "[id_ASC]" });
      return rows.map((row) => text(row, "id"));
    },
  };
}

function idsIn(row: Row, association: string, field: string): readonly string[] {
  return linked(row, association).map((link) => text(link, field));
}

/** Rows of a resource that belong to the given products. */
export async function readOf(
  client: StoreClient,
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
