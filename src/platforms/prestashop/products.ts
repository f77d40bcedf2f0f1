/**
 * Reads products in bulk: three requests a page, whatever its size, one more where the store's module
 * prices it, and those for the names of options and features it has not met. A product that cannot be
 * read does not cost its neighbours. It does not decide what changed.
 */
import type { PriceLevel, SourceProduct } from "../../domain/catalogue/source-product";
import { toReason } from "../../domain/errors/reason";
import { asSyncError, type SyncError } from "../../domain/errors/sync-error";
import type { PullWindow } from "../../domain/catalogue/pull-window";
import type { ReadProducts, SourceProductPage } from "../source";
import { chunks } from "./chunks";
import type { Dictionary } from "./dictionary";
import { count, linked, text, unexpectedShape, type Row } from "./json";
import { listAll, ROWS_PER_REQUEST } from "./list-all";
import { toPacks, type ReadWithPacks } from "./packs";
import type { StorePrices } from "./store-prices";
import { mayBeOne, readApart, readSingly, type ReadApart } from "./read-apart";
import type { Query, StoreClient } from "./request";
import { STOCK_FIELDS, type PickStock } from "./stock";
import type { ProductFacts } from "./store-memory";
import { nextPlace, placeQuery } from "./pull-place";
import { byProduct, toSourceProduct } from "./to-source-product";

export interface ProductReader {
  pullPage(
    window: PullWindow,
    pageSize: number,
    cursor?: string,
  ): Promise<SourceProductPage & ReadWithPacks>;
  pullProducts(ids: readonly string[]): Promise<ReadWithPacks>;
  listProductIds(): Promise<readonly string[]>;
}

const NEEDS_ONE_LANGUAGE = new Set(["prestashop.php_warning", "prestashop.answer_too_large"]);

/** Whether rows asked for so tell their prices. */
const holdsPrices = (priced: Query) => Object.keys(priced).length > 0;

export function productReader(
  client: StoreClient,
  shopUrl: string,
  facts: () => Promise<ProductFacts>,
  dictionary: Dictionary,
  pickStock: PickStock,
  prices: StorePrices,
): ProductReader {
  async function readProducts(query: Query, priced: Query): Promise<readonly Row[]> {
    const { languageId, languages = [] } = await facts();
    const whole = { display: "full", language: languageId, sort: "[id_ASC]" };
    const ask = { ...whole, ...priced, ...query };
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

  const byIds = (priced: Query) => (ids: readonly string[]) =>
    readProducts({ "filter[id]": `[${ids.join("|")}]` }, priced);

  async function complete(
    { rows, unreadable }: ReadApart<Row>,
    breadth: "all" | "some",
    priced: Query,
  ): Promise<ReadWithPacks> {
    const failed = new Map(unreadable);
    if (rows.some((row) => text(row, "id") === "")) failed.set("", unexpectedShape("products"));
    if (rows.length === 0) return { ...toAnswer([], failed), packs: [] };
    const ids = rows.map((row) => text(row, "id")).filter(Boolean);
    const describing = rows.flatMap((row) => idsIn(row, "product_features", "id_feature_value"));
    const storeFacts = await facts();
    const [{ combinations, options, nameless }, stock, features] = await Promise.all([
      readVariants(rows, breadth, priced),
      readOf(client, "stock_availables", ids, { display: STOCK_FIELDS }, ROWS_PER_REQUEST.stock),
      dictionary.features(describing, breadth),
    ]);
    // Without its variants or its stock a product would be another one.
    for (const part of [combinations, stock])
      for (const [id, error] of part.unreadable) failed.set(id, error);
    // Nor without the name of one of its options or features.
    for (const [id, error] of nameless) failed.set(id, error);
    for (const row of rows)
      for (const valueId of idsIn(row, "product_features", "id_feature_value")) {
        const error = features.unreadable.get(valueId);
        if (error) failed.set(text(row, "id"), error);
      }
    const variants = byProduct(combinations.rows);
    const readable = rows.filter((one) => !failed.has(text(one, "id")));
    const storeOwn = holdsPrices(priced) ? undefined : await pricesOf(readable, variants);
    const levels = byProduct(await pickStock(stock.rows));
    const products: SourceProduct[] = [];
    for (const row of readable) {
      const quantities = (levels.get(text(row, "id")) ?? []).map(
        (level) => [text(level, "id_product_attribute"), count(level, "quantity")] as const,
      );
      const parts = {
        shopUrl,
        facts: storeFacts,
        options,
        features: features.pairs,
        combinations: variants.get(text(row, "id")) ?? [],
        quantities: new Map(quantities),
        ...(storeOwn && { prices: storeOwn }),
      };
      try {
        products.push(toSourceProduct(row, parts));
      } catch {
        failed.set(text(row, "id"), unexpectedShape("products"));
      }
    }
    return { ...toAnswer(products, failed), packs: toPacks(rows, storeFacts.packStockType) };
  }

  async function pricesOf(
    rows: readonly Row[],
    variants: ReadonlyMap<string, readonly Row[]>,
  ): Promise<ReadonlyMap<string, PriceLevel>> {
    const wanted = rows.flatMap((row) => {
      const productId = text(row, "id");
      const own = variants.get(productId) ?? [];
      const ids = own.length === 0 ? ["0"] : own.map((variant) => text(variant, "id"));
      return ids.map((variantId) => ({ productId, variantId }));
    });
    return prices.readAll(wanted);
  }

  async function readVariants(rows: readonly Row[], breadth: "all" | "some", priced: Query) {
    const counts = new Map(
      rows.map((row) => [text(row, "id"), linked(row, "combinations").length]),
    );
    const ids = [...counts.keys()].filter((id) => (counts.get(id) ?? 0) > 0);
    // Of several languages, one that lacks a row of a combination would make the store answer 500.
    const { languageId } = await facts();
    const query = { display: "full", language: languageId, ...priced };
    const combinations = await readOf(
      client,
      "combinations",
      ids,
      query,
      ROWS_PER_REQUEST.combinations,
      (part) => part.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0),
    );
    const chosen = combinations.rows.flatMap((row) => idsIn(row, "product_option_values", "id"));
    const { pairs: options, unreadable } = await dictionary.options(chosen, breadth);
    const nameless = new Map<string, SyncError>();
    for (const row of combinations.rows)
      for (const valueId of idsIn(row, "product_option_values", "id")) {
        const error = unreadable.get(valueId);
        if (error) nameless.set(text(row, "id_product"), error);
      }
    return { combinations, options, nameless };
  }

  /** Rows of a page, and the ids it is made of. */
  async function readPage(
    page: Query,
    priced: Query,
  ): Promise<{ ids: readonly string[]; found: ReadApart<Row> }> {
    try {
      const rows = await readProducts(page, priced);
      return { ids: rows.map((row) => text(row, "id")), found: { rows, unreadable: new Map() } };
    } catch (caught) {
      const error = asSyncError(caught);
      if (!mayBeOne(error)) throw error;
      const listed = await client.list("products", { ...page, sort: "[id_ASC]" });
      const ids = listed.map((row) => text(row, "id"));
      return { ids, found: await readSingly(ids, byIds(priced), error) };
    }
  }

  return {
    async pullPage(window, pageSize, cursor) {
      const { timeZone } = await facts();
      // The next page starts behind the last id: a product deleted meanwhile shifts nothing.
      // One more is asked for than answered: it tells whether there is a next page.
      const asked = { limit: pageSize + 1, ...placeQuery(window, timeZone, cursor) };
      const priced = await prices.query();
      const { ids, found } = await readPage(asked, priced);
      const wanted = new Set(ids.filter(Boolean).slice(0, pageSize));
      const isWanted = (id: string) => wanted.has(id) || id === "";
      const page = await complete(
        {
          rows: found.rows.filter((row) => isWanted(text(row, "id"))),
          unreadable: new Map([...found.unreadable].filter(([id]) => isWanted(id))),
        },
        "all",
        priced,
      );
      const last = ids.length > pageSize ? [...wanted].at(-1) : undefined;
      const next = nextPlace(window, cursor, last);
      return next === undefined ? page : { ...page, next };
    },
    async pullProducts(ids) {
      const pages: ReadWithPacks[] = [];
      for (const part of chunks(ids)) {
        const priced = await prices.query();
        const page = await complete(await readApart(part, byIds(priced)), "some", priced);
        pages.push(namesMissing(page, part));
      }
      return {
        products: pages.flatMap(({ products }) => products),
        unreadable: pages.flatMap(({ unreadable }) => unreadable),
        packs: pages.every(({ packs }) => packs)
          ? pages.flatMap(({ packs }) => packs ?? [])
          : undefined,
      };
    },
    async listProductIds() {
      const rows = await listAll(client, "products", {}, ROWS_PER_REQUEST.ids);
      const ids = rows.map((row) => text(row, "id"));
      // Of a list with holes nobody can say which products are gone.
      if (ids.includes("")) throw unexpectedShape("products");
      return ids;
    },
  };
}

/** An entry without an id may be any of the products that the answer lacks. */
function namesMissing<Page extends ReadProducts>(page: Page, asked: readonly string[]): Page {
  const nameless = page.unreadable.find(({ id }) => id === "");
  if (!nameless) return page;
  const answered = new Set([...page.products, ...page.unreadable].map(({ id }) => id));
  const missing = asked.filter((id) => !answered.has(id));
  const named = page.unreadable.filter(({ id }) => id !== "");
  return {
    ...page,
    unreadable: [...named, ...missing.map((id) => ({ id, reason: nameless.reason }))],
  };
}

function toAnswer(
  products: readonly SourceProduct[],
  failed: ReadonlyMap<string, SyncError>,
): ReadProducts {
  return {
    products,
    unreadable: [...failed].map(([id, error]) => ({ id, reason: toReason(error) })),
  };
}

function idsIn(row: Row, association: string, field: string): readonly string[] {
  return linked(row, association).map((link) => text(link, field));
}

/**
 * Rows of a resource that belong to the given products, so many in one request. `countOf` tells how
 * many there are, where that is known.
 */
export async function readOf(
  client: StoreClient,
  resource: string,
  productIds: readonly string[],
  query: Query,
  rowsPerRequest: number,
  countOf?: (productIds: readonly string[]) => number,
): Promise<ReadApart<Row>> {
  const parts = await Promise.all(
    chunks(productIds).map((part) =>
      readApart(part, (ids) => {
        const own = { ...query, "filter[id_product]": `[${ids.join("|")}]` };
        return listAll(client, resource, own, rowsPerRequest, countOf?.(ids));
      }),
    ),
  );
  return {
    rows: parts.flatMap(({ rows }) => rows),
    unreadable: new Map(parts.flatMap(({ unreadable }) => [...unreadable])),
  };
}
