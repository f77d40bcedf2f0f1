/**
 * Packs by `pack_stock_type`: 0 the pack's own number, 1 its parts, 2 the smaller of both, 3 what the
 * store's setting PS_PACK_STOCK_TYPE says. The store itself counts so when a visitor buys one.
 */
import type { SourceProduct, StockLevel } from "../../domain/catalogue/source-product";
import { asSyncError } from "../../domain/errors/sync-error";
import { countedFor, packsOf, withPacks, type Pack } from "../../domain/stock/pack";
import type { StockChanges } from "../source";
import { count, linked, text, type Row } from "./json";
import { listAll } from "./list-all";
import type { ProductReader } from "./products";
import type { StoreClient } from "./request";
import type { StoreFacts } from "./store-facts";

const DISPLAY = "[id,pack_stock_type,product_bundle[id,id_product_attribute,quantity]]";
/** The store builds a whole product for each row. */
const ROWS_PER_REQUEST = 100;
const OWN = "0";
const BY_SETTING = "3";
const BOTH = "2";

/** The packs that are counted by their parts; no request where the store has no packs at all. */
export async function readPacks(
  client: StoreClient,
  { hasPacks, packStockType }: Pick<StoreFacts, "hasPacks" | "packStockType">,
): Promise<readonly Pack[]> {
  if (!hasPacks) return [];
  const query = { display: DISPLAY, "filter[cache_is_pack]": 1 };
  const rows = await listAll(client, "products", query, ROWS_PER_REQUEST).catch(noneIfRefused);
  return rows.flatMap((row) => toPack(row, packStockType) ?? []);
}

/**
 * Which of these products are packs, however they are counted. No request where the store has no packs
 * at all.
 */
export async function packsAmong(
  client: StoreClient,
  { hasPacks }: Pick<StoreFacts, "hasPacks">,
  productIds: readonly string[],
): Promise<readonly string[]> {
  if (!hasPacks || productIds.length === 0) return [];
  const rows = await client.list("products", {
    display: "[id]",
    "filter[id]": `[${[...new Set(productIds)].join("|")}]`,
    "filter[cache_is_pack]": 1,
  });
  return rows.map((row) => text(row, "id"));
}

/** A store that cannot list its packs at all still has stock: packs count by their own numbers. */
function noneIfRefused(caught: unknown): readonly Row[] {
  if (asSyncError(caught).remedy === "retry") throw caught;
  return [];
}

function toPack(row: Row, setting: string): Pack | undefined {
  const own = text(row, "pack_stock_type");
  const type = own === BY_SETTING ? setting : own;
  const parts = linked(row, "product_bundle").map((part) => ({
    productId: text(part, "id"),
    variantId: text(part, "id_product_attribute") || "0",
    units: Math.max(1, count(part, "quantity")),
  }));
  if (type === OWN || parts.length === 0) return undefined;
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
    async ofChanges(changes: StockChanges): Promise<StockChanges> {
      const packs = await readAll();
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

/** Products whose packs show the number that is counted, from one more read where a page has any. */
export function countedProducts(
  reader: ProductReader,
  readStock: ReadLevels,
  readAll: () => Promise<readonly Pack[]>,
): ProductReader {
  const count = async (products: readonly SourceProduct[]): Promise<SourceProduct[]> => {
    const packs = products.length === 0 ? [] : await readAll();
    const packIds = new Set(packs.map(({ productId }) => productId));
    const found = products.map(({ id }) => id).filter((id) => packIds.has(id));
    if (found.length === 0) return [...products];
    const levels = new Map((await readStock(found)).map((it) => [it.productId, it.quantity]));
    return products.map((product) => {
      const quantity = packIds.has(product.id) ? levels.get(product.id) : undefined;
      if (quantity === undefined) return product;
      return { ...product, variants: product.variants.map((it) => ({ ...it, quantity })) };
    });
  };
  return {
    ...reader,
    async pullPage(...given) {
      const page = await reader.pullPage(...given);
      return { ...page, products: await count(page.products) };
    },
    async pullProducts(ids) {
      const read = await reader.pullProducts(ids);
      return { ...read, products: await count(read.products) };
    },
  };
}
