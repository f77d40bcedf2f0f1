/**
 * How much of what is free goes on sale: less a share, less some units, and no more than a number. Each part is set for
 * all products, for those of a category of the channel, or for one; the nearest that names it counts.
 */

export interface StockRule {
  /** Units of each variant that are never offered. */
  units: number;
  /** Percent of what is free that is never offered, 0 to 100. */
  percent: number;
  /** The channel never shows more of a variant; null: whatever there is. */
  maximum: number | null;
}

/** What a category or a product says of itself; null: as the level above. */
export interface OwnStockRule {
  units: number | null;
  percent: number | null;
  maximum: number | null;
}

export const STOCK_LEVELS = ["product", "category", "all"] as const;

export type StockLevel = (typeof STOCK_LEVELS)[number];

export const STOCK_PARTS = ["units", "percent", "maximum"] as const;

/** The rule that counts, and the level each part of it is from. */
export interface ResolvedStockRule extends StockRule {
  from: Record<keyof StockRule, StockLevel>;
}

export const ALL_ON_SALE: StockRule = { units: 0, percent: 0, maximum: null };

/** Product beats category beats all. */
export function resolveStockRule(
  own: OwnStockRule | null,
  ofCategory: OwnStockRule | null,
  ofAll: StockRule,
): ResolvedStockRule {
  const levelOf = (part: keyof StockRule): StockLevel => {
    if (own && own[part] !== null) return "product";
    return ofCategory && ofCategory[part] !== null ? "category" : "all";
  };
  return {
    units: own?.units ?? ofCategory?.units ?? ofAll.units,
    percent: own?.percent ?? ofCategory?.percent ?? ofAll.percent,
    maximum: own?.maximum ?? ofCategory?.maximum ?? ofAll.maximum,
    from: { units: levelOf("units"), percent: levelOf("percent"), maximum: levelOf("maximum") },
  };
}

/** Null for a rule that names nothing: whoever has it has none. */
export const ownStockRule = (rule: OwnStockRule): OwnStockRule | null =>
  STOCK_PARTS.every((part) => rule[part] === null) ? null : rule;
