import type { Context } from "../context";
import { findSku, putSku, type StockRow } from "../products/product";

/** Moves one unit of a SKU between what is free and what orders hold. */
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

/** An order takes a unit. */
export const commitUnit = (context: Context, skuId: string, warehouseId: string): void =>
  move(context, skuId, warehouseId, -1, 1);

/** A cancelled unit can be bought again. */
export const releaseUnit = (context: Context, skuId: string, warehouseId: string): void =>
  move(context, skuId, warehouseId, 1, -1);

/** A shipped unit is gone. */
export const consumeUnit = (context: Context, skuId: string, warehouseId: string): void =>
  move(context, skuId, warehouseId, 0, -1);
