/** Packs: products that are sold out of the stock of others. */
import type { StockLevel } from "../catalogue/source-product";

interface PackPart {
  productId: string;
  /** "0": the product has no variants. */
  variantId: string;
  /** Of the part in one pack; at least 1. */
  units: number;
}

/** A pack that is counted by its parts. One that has its own number only is a product like any other. */
export interface Pack {
  productId: string;
  /** True where the pack has a number of its own as well: the smaller one counts. */
  countsOwn: boolean;
  parts: readonly PackPart[];
}

/** The packs whose number depends on one of these products, themselves included. */
export function packsOf(packs: readonly Pack[], productIds: readonly string[]): readonly Pack[] {
  const ids = new Set(productIds);
  return packs.filter(
    (pack) => ids.has(pack.productId) || pack.parts.some(({ productId }) => ids.has(productId)),
  );
}

/** Every product whose stock says how many of these packs there are. */
export function countedFor(packs: readonly Pack[]): readonly string[] {
  const ids = packs.flatMap(({ productId, parts }) => [
    productId,
    ...parts.map((part) => part.productId),
  ]);
  return [...new Set(ids)];
}

/**
 * Levels with the number of each pack in the place of its row; `levels` hold the stock of all that
 * is counted. A part the store has no stock of makes the pack unavailable.
 */
export function withPacks(
  packs: readonly Pack[],
  levels: readonly StockLevel[],
): readonly StockLevel[] {
  if (packs.length === 0) return levels;
  const keyOf = (productId: string, variantId: string) => `${productId}/${variantId}`;
  const byKey = new Map(levels.map((it) => [keyOf(it.productId, it.variantId), it.quantity]));
  const byId = new Map(packs.map((pack) => [pack.productId, pack]));
  return levels.map((level) => {
    const pack = byId.get(level.productId);
    if (!pack) return level;
    const whole = pack.parts.map(({ productId, variantId, units }) =>
      Math.floor((byKey.get(keyOf(productId, variantId)) ?? 0) / units),
    );
    return { ...level, quantity: Math.min(...whole, ...(pack.countsOwn ? [level.quantity] : [])) };
  });
}
