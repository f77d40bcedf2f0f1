import type { LowStockRule } from "./product-rule";
import { sellableUnits } from "./stock";
import type { StockRule } from "./stock-rule";

export interface PublishedQuantity {
  /** Units the channel should show. */
  quantity: number;
  /** True when what may be sold is at or below the threshold. */
  isLow: boolean;
  /** Units that could be sold if no threshold counted. */
  sellable: number;
}

/**
 * The quantity of one SKU: what is counted, less what is promised and held back, then the
 * threshold, then no more than the maximum, which makes nothing low. `lowStock`: the rule that counts for the
 * product; null: none.
 */
export function publishedQuantity(
  { physical, reserved }: { physical: number; reserved: number },
  rule: StockRule,
  lowStock: LowStockRule | null,
): PublishedQuantity {
  const sellable = sellableUnits(physical, reserved, rule);
  const isLow = lowStock !== null && sellable <= lowStock.threshold;
  const isShownEmpty = isLow && lowStock.action === "out_of_stock";
  const shown = Math.min(sellable, rule.maximum ?? sellable);
  return { quantity: isShownEmpty ? 0 : shown, isLow, sellable };
}
