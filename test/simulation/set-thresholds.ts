/** Thresholds of low stock as the merchant sets them in Weft. */
import type { LowStockRule } from "../../src/domain/stock/product-rule";

interface Variant {
  productId: string;
  combinationId: string;
}

type Body = { lowStock: LowStockRule | null };

export interface Thresholds {
  /** Sets a threshold that the SKU is close to, of all products or of its own; null takes it away. */
  set(link: Variant, of: "all" | "own", roll: number | null): Promise<unknown>;
}

/** A few units around what the store has of it. */
const thresholdFor = (units: number, roll: number): LowStockRule => ({
  threshold: Math.max(0, units + Math.floor(roll * 6) - 3),
  action: roll < 0.5 ? "deactivate" : "out_of_stock",
});

export function thresholdsOf(
  quantityOf: (link: Variant) => number,
  inWeft: (method: string, path: string, body: unknown) => Promise<unknown>,
): Thresholds {
  let saving: Promise<unknown> = Promise.resolve();
  const save = async (link: Variant, of: "all" | "own", body: Body) => {
    if (of === "own") {
      const path = `/products/${link.productId}/low-stock`;
      return inWeft("PUT", path, { ...body, isExcluded: false });
    }
    const known = (await inWeft("GET", "", undefined)) as { settingsVersion: number } | undefined;
    if (!known) return undefined;
    return inWeft("PATCH", "/settings", { seenVersion: known.settingsVersion, settings: body });
  };
  return {
    // One after the other, as a person waits for the page.
    set(link, of, roll) {
      const lowStock = roll === null ? null : thresholdFor(quantityOf(link), roll);
      saving = saving.then(() => save(link, of, { lowStock }));
      return saving;
    },
  };
}
