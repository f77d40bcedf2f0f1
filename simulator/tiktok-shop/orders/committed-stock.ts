import type { Context } from "../context";
import { findSku, putSku, type StockRow } from "../products/product";

/** Changes the available and the committed units of a SKU. */
function move(context: Context, skuId: string, warehouseId: string, free: number, held: number) {
  const sku = findSku(context, skuId);
  if (!sku) return;
  const stock = sku.stock.map((row): StockRow => {
    if (row.warehouseId !== warehouseId) return row;
    const available = Math.max(0, row.available + free);
    return { ...row, available, committed: Math.max(0, row.committed + held) };
  });
  putSku(context, { ...sku, stock });
}

/** Commits a unit to an order. */
export const commitUnit = (context: Context, skuId: string, warehouseId: string): void =>
  move(context, skuId, warehouseId, -1, 1);

/** Makes a cancelled unit available again. */
export const releaseUnit = (context: Context, skuId: string, warehouseId: string): void =>
  move(context, skuId, warehouseId, 1, -1);

/** Removes a shipped unit from the stock. */
export const consumeUnit = (context: Context, skuId: string, warehouseId: string): void =>
  move(context, skuId, warehouseId, 0, -1);
