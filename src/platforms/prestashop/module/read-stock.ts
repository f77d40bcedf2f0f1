/** Stock by the module: all of it, some of it, or what changed since it was read last. */
import { chunks } from "../../../lib/chunks";
import type { StockLevel } from "../../../domain/catalogue/source-product";
import { asSyncError } from "../../../domain/errors/sync-error";
import type { StockChanges } from "../../source-changes";
import type { ModuleAnswer } from "./calls";
import type { StoreModule } from "./open-module";

/** About 150 KB of JSON. */
const ROWS_PER_ANSWER = 5_000;
/** Ids of a page travel in the body, which has no short limit. */
const PRODUCTS_PER_CALL = 2_000;

type StockAnswer = ModuleAnswer<"stock">;

/** Stock of the given products, or of everything. */
export async function readModuleStock(
  module: StoreModule,
  productIds?: readonly string[],
): Promise<readonly StockLevel[]> {
  if (!productIds) return (await readModuleChanges(module, undefined)).levels;
  const levels: StockLevel[] = [];
  for (const products of chunks(productIds, PRODUCTS_PER_CALL)) {
    levels.push(...toLevels(await module.ask("stock", { products })));
  }
  return levels;
}

/**
 * What changed since `cursor`, or everything where there is none or the module does not know it:
 * one small request for a store in which nothing moved.
 */
export async function readModuleChanges(
  module: StoreModule,
  cursor: string | undefined,
): Promise<Omit<StockChanges, "packs">> {
  try {
    return await readPages(module, cursor);
  } catch (caught) {
    const isForgotten = asSyncError(caught).code === "prestashop.stock_cursor_unknown";
    if (!isForgotten || cursor === undefined) throw caught;
    return readPages(module, undefined);
  }
}

async function readPages(
  module: StoreModule,
  cursor: string | undefined,
): Promise<Omit<StockChanges, "packs">> {
  const levels: StockLevel[] = [];
  const gone: StockChanges["gone"][number][] = [];
  let after = cursor;
  for (;;) {
    const page: StockAnswer = await module.ask("stock", {
      limit: ROWS_PER_ANSWER,
      ...(after === undefined ? {} : { after }),
    });
    levels.push(...toLevels(page));
    gone.push(...page.gone.map(([productId, variantId]) => ({ productId, variantId })));
    after = page.cursor;
    if (!page.isMore)
      return { levels, gone, cursor: after, isWhole: cursor === undefined, transport: "module" };
  }
}

function toLevels({ rows }: StockAnswer): StockLevel[] {
  return rows.map(([productId, variantId, quantity]) => ({ productId, variantId, quantity }));
}
