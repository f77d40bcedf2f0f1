import type { LowStockRule } from "./product-rule";
import { sellableUnits } from "./stock";

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
 * threshold. `lowStock`: the rule that counts for the product; null: none.
 */
export function publishedQuantity(
  { physical, reserved }: { physical: number; reserved: number },
  holdBack: number,
  lowStock: LowStockRule | null,
): PublishedQuantity {
  const sellable = sellableUnits(physical, reserved, holdBack);
  const isLow = lowStock !== null && sellable <= lowStock.threshold;
  const isShownEmpty = isLow && lowStock.action === "out_of_stock";
  return { quantity: isShownEmpty ? 0 : sellable, isLow, sellable };
}
