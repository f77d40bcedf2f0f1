/** How much goes on sale, as it is typed; an empty field says nothing. Pure. */
import type { OwnStockRule } from "../../src/contract/stock-rule";
import { MAX_OFFERED } from "../../src/domain/stock/stock";
import { ownStockRule } from "../../src/domain/stock/stock-rule";

export type StockPart = keyof OwnStockRule;
export type TypedStockRule = Record<StockPart, string>;

export const STOCK_FIELDS: readonly StockPart[] = ["percent", "units", "maximum"];

const LIMITS: Record<StockPart, { least: number; most: number }> = {
  units: { least: 0, most: 1_000_000 },
  percent: { least: 0, most: 100 },
  maximum: { least: 1, most: MAX_OFFERED },
};

const toText = (value: number | null) => (value === null ? "" : String(value));

export const toTypedStock = (rule: OwnStockRule | null): TypedStockRule => ({
  units: toText(rule?.units ?? null),
  percent: toText(rule?.percent ?? null),
  maximum: toText(rule?.maximum ?? null),
});

/** Undefined: what was typed is no such number; null: nothing was. */
export function partOf(part: StockPart, typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === "") return null;
  const { least, most } = LIMITS[part];
  const value = Number(text);
  return /^\d{1,7}$/.test(text) && value >= least && value <= most ? value : undefined;
}

/** Undefined: one of the fields is not right; null: the rule says nothing. */
export function fromTypedStock(typed: TypedStockRule): OwnStockRule | null | undefined {
  const units = partOf("units", typed.units);
  const percent = partOf("percent", typed.percent);
  const maximum = partOf("maximum", typed.maximum);
  if (units === undefined || percent === undefined || maximum === undefined) return undefined;
  return ownStockRule({ units, percent, maximum });
}
