/**
 * Packs by `pack_stock_type`: 0 the pack's own number, 1 its parts, 2 the smaller of both, 3 what the
 * store's setting PS_PACK_STOCK_TYPE says. The store itself counts so when a visitor buys one.
 */
import { canonicalText } from "../../domain/canonical-text";
import type { SourceProduct, StockLevel } from "../../domain/catalogue/source-product";
import { asSyncError, type SyncError } from "../../domain/errors/sync-error";
import { countedFor, packsOf, withPacks, type Pack } from "../../domain/stock/pack";
import type { ReadProducts } from "../source";
import type { StockChanges } from "../source-changes";
import { count, linked, text, type Row } from "./json";
import { listAll } from "./list-all";
import { mayBeOne, readSingly } from "./read-apart";
import type { StoreClient } from "./request";
import { OWN_NUMBER, type StoreFacts } from "./store-facts";

const DISPLAY = "[id,pack_stock_type,product_bundle[id,id_product_attribute,quantity]]";
/** The store builds a whole product for each row. */
const ROWS_PER_REQUEST = 100;
const BY_SETTING = "3";
const BOTH = "2";

/** The packs that are counted by their parts; no request where the store has no packs at all. */
export async function readPacks(
  client: StoreClient,
  { packStockType }: Pick<StoreFacts, "packStockType">,
): Promise<readonly Pack[]> {
  if (packStockType === "") return [];
  const query = { display: DISPLAY, "filter[cache_is_pack]": 1 };
  const rows = await listAll(client, "products", query, ROWS_PER_REQUEST).catch((caught: unknown) =>
    readOneByOne(client, asSyncError(caught)),
  );
  return rows.flatMap((row) => toPack(row, packStockType) ?? []);
}

/** Those of these rows of products that are packs counted by their parts; undefined: nobody can say. */
export function toPacks(
  rows: readonly Row[],
  packStockType: string | undefined,
): readonly Pack[] | undefined {
  if (packStockType === undefined) return undefined;
  return packStockType === "" ? [] : rows.flatMap((row) => toPack(row, packStockType) ?? []);
}

/**
 * Which of these products are packs, however they are counted. No request where the store has no packs
 * at all.
 */
export async function packsAmong(
  client: StoreClient,
  { packStockType }: Pick<StoreFacts, "packStockType">,
  productIds: readonly string[],
): Promise<readonly string[]> {
  if (packStockType === "" || productIds.length === 0) return [];
  const rows = await client.list("products", {
    display: "[id]",
    "filter[id]": `[${[...new Set(productIds)].join("|")}]`,
    "filter[cache_is_pack]": 1,
  });
  return rows.map((row) => text(row, "id"));
}

/**
 * A pack that cannot be read is counted by its own number, and so are all packs of a store that cannot
 * list them at all: it still has stock. Throws what may pass.
 */
async function readOneByOne(client: StoreClient, error: SyncError): Promise<readonly Row[]> {
  if (!mayBeOne(error)) {
    if (error.remedy === "retry") throw error;
    return [];
  }
  const listed = await listAll(
    client,
    "products",
    { "filter[cache_is_pack]": 1 },
    ROWS_PER_REQUEST,
  );
  const read = (ids: readonly string[]) =>
    client.list("products", { display: DISPLAY, "filter[id]": `[${ids.join("|")}]` });
  const ids = listed.map((row) => text(row, "id"));
  if (ids.length === 1) return read(ids).catch(() => []);
  return (await readSingly(ids, read, error)).rows;
}

function toPack(row: Row, setting: string): Pack | undefined {
  const own = text(row, "pack_stock_type");
  const type = own === BY_SETTING ? setting : own;
  const parts = linked(row, "product_bundle").map((part) => ({
    productId: text(part, "id"),
    variantId: text(part, "id_product_attribute") || "0",
    units: Math.max(1, count(part, "quantity")),
  }));
  if (type === OWN_NUMBER || parts.length === 0) return undefined;
  return { productId: text(row, "id"), countsOwn: type === BOTH, parts };
}

type ReadLevels = (productIds?: readonly string[]) => Promise<readonly StockLevel[]>;

/**
 * Stock with packs counted. Asked for some products, it answers for the packs of these as well: a
 * sale of a part is one of every pack that holds it.
 */
export function countingPacks(read: ReadLevels, readAll: () => Promise<readonly Pack[]>) {
  const readStock: ReadLevels = async (productIds) => {
    const packs = await readAll();
    if (packs.length === 0) return read(productIds);
    if (!productIds) return withPacks(packs, await read());
    const touched = packsOf(packs, productIds);
    const wanted = new Set([...productIds, ...touched.map(({ productId }) => productId)]);
    const levels = await read([...new Set([...productIds, ...countedFor(touched)])]);
    return withPacks(touched, levels).filter(({ productId }) => wanted.has(productId));
  };
  return {
    readStock,
    /** Changes of some rows, with the packs that these change. */
    async ofChanges(read: Omit<StockChanges, "packs">): Promise<StockChanges> {
      const packs = await readAll();
      const changes = { ...read, packs };
      if (packs.length === 0) return changes;
      if (changes.isWhole) return { ...changes, levels: withPacks(packs, changes.levels) };
      const touched = packsOf(
        packs,
        changes.levels.map(({ productId }) => productId),
      );
      if (touched.length === 0) return changes;
      const ids = new Set(touched.map(({ productId }) => productId));
      const counted = await readStock([...ids]);
      const isPack = ({ productId }: StockLevel) => ids.has(productId);
      return {
        ...changes,
        levels: [...changes.levels.filter((it) => !isPack(it)), ...counted.filter(isPack)],
      };
    },
  };
}

/** Products of a read. */
export interface ReadWithPacks extends ReadProducts {
  /** Those of them that are packs counted by their parts now; undefined: as remembered. */
  packs: readonly Pack[] | undefined;
}

/**
 * The numbers of the packs among products that were read, from one more read where there are any. A
 * pack that is another one than remembered is given to `replace`.
 */
export function countingProducts(
  readStock: ReadLevels,
  readAll: () => Promise<readonly Pack[]>,
  replace: (packs: readonly Pack[]) => void,
) {
  return async <Read extends ReadWithPacks>(read: Read): Promise<Omit<Read, "packs">> => {
    const { packs, ...page } = read;
    if (page.products.length === 0) return page;
    const ids = new Set(page.products.map(({ id }) => id));
    const known = await readAll();
    const before = known.filter(({ productId }) => ids.has(productId));
    const found = packs?.filter(({ productId }) => ids.has(productId)) ?? before;
    const isStoreChanged = textOf(before) !== textOf(found);
    if (isStoreChanged)
      replace([...known.filter(({ productId }) => !ids.has(productId)), ...found]);
    const products = found.length === 0 ? page.products : await count(page.products, found);
    return { ...page, products, ...(isStoreChanged && { isStoreChanged }) };
  };

  async function count(products: readonly SourceProduct[], packs: readonly Pack[]) {
    const packIds = packs.map(({ productId }) => productId);
    const levels = new Map((await readStock(packIds)).map((it) => [it.productId, it.quantity]));
    return products.map((product) => {
      const quantity = packIds.includes(product.id) ? levels.get(product.id) : undefined;
      if (quantity === undefined) return product;
      return { ...product, variants: product.variants.map((it) => ({ ...it, quantity })) };
    });
  }
}

const textOf = (packs: readonly Pack[]): string =>
  canonicalText(packs.toSorted((a, b) => Number(a.productId) - Number(b.productId)));
