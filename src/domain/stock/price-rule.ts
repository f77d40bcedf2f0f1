/**
 * What a product costs on the channel, given what it costs in the store: mark-up, rounding, floor, in this
 * order. Whole minor units throughout. Never to do with what an order says: its lines carry the channel's prices.
 */

/** "minor": to the minor unit; "ending": up to the next price that ends so; "step": to the nearest multiple. */
export const PRICE_ROUNDINGS = ["minor", "ending", "step"] as const;

/** The store's price with its discounts, or before them. */
export const PRICE_BASES = ["reduced", "regular"] as const;

/** The last two digits of a price, of a currency that has cents. */
export const PRICE_ENDINGS = [99, 95, 0] as const;

export interface PriceRule {
  base: (typeof PRICE_BASES)[number];
  /** Hundredths of a percent added, or taken off below 0. */
  basisPoints: number;
  /** Minor units added after it, or taken off below 0. */
  addedMinor: number;
  rounding: (typeof PRICE_ROUNDINGS)[number];
  ending: (typeof PRICE_ENDINGS)[number];
  stepMinor: number;
  /** Never below it; null: no such price. */
  floorMinor: number | null;
  /** Never below the store's price with its discounts. */
  isStorePriceFloor: boolean;
}

/** Prices of the store as they are known; null: the one before discounts was never seen. */
export interface KnownPrices {
  reduced: number;
  regular: number | null;
}

/** The price on the channel as `applyPriceRule` makes it; null while what the rule starts from is not known. */
export function priceByRule(
  rule: PriceRule | null,
  { reduced, regular }: KnownPrices,
  decimals: number,
): number | null {
  if (regular === null && rule?.base === "regular") return null;
  return applyPriceRule(rule, { reduced, regular: regular ?? reduced }, decimals);
}

/** "store": the store's price, whatever holds for all products. */
export type OwnPrice = PriceRule | "store";

/** Whether a rule says something in money, which is of one currency. */
export const hasAmounts = ({ addedMinor, floorMinor, rounding }: PriceRule): boolean =>
  addedMinor !== 0 || floorMinor !== null || rounding === "step";

/** What the store asks for a variant, in minor units; `regular`: before discounts. */
export interface StorePrices {
  reduced: number;
  regular: number;
}

/** The rule that counts for a product; null: the store's price. `shared`: that of all products. */
export function priceRuleOf(own: OwnPrice | null, shared: PriceRule | null): PriceRule | null {
  return own === "store" ? null : (own ?? shared);
}

/**
 * The price on the channel. `decimals`: of the currency; one without cents knows no endings and takes whole
 * units. What is not for sale in the store (0 or less) stays as it is; a rule makes nothing free.
 */
export function applyPriceRule(
  rule: PriceRule | null,
  store: StorePrices,
  decimals: number,
): number {
  if (!rule || store.reduced <= 0) return store.reduced;
  const base = store[rule.base];
  const marked = base + divided(base * rule.basisPoints, WHOLE) + rule.addedMinor;
  const least = Math.max(1, rule.floorMinor ?? 1, rule.isStorePriceFloor ? store.reduced : 1);
  const wanted = Math.max(marked, least);
  const round = roundingOf(rule, decimals);
  const rounded = round.usual(wanted);
  return rounded < least ? round.up(least) : rounded;
}

const WHOLE = 10_000;

/** Digits behind the point of most currencies. */
export const USUAL_DECIMALS = 2;

interface Rounding {
  usual(amount: number): number;
  up(amount: number): number;
}

function roundingOf({ rounding, ending, stepMinor }: PriceRule, decimals: number): Rounding {
  if (rounding === "minor") return stepsOf(1);
  if (rounding === "step") return stepsOf(Math.max(1, stepMinor));
  if (decimals < 2) return stepsOf(1);
  // The next 9.99 above 9.99 is 10.99; of a currency with three digits it is 9.990.
  const scale = 10 ** (decimals - 2);
  const unit = 100 * scale;
  const shift = ending * scale;
  const up = (amount: number) => stepsOf(unit).up(amount - shift) + shift;
  return { usual: up, up };
}

const stepsOf = (step: number): Rounding => ({
  usual: (amount) => divided(amount, step) * step,
  up: (amount) => amount - (amount % step) + (amount % step > 0 ? step : 0),
});

/** The nearest whole of a fraction, halves away from zero; exact for safe integers. */
function divided(amount: number, by: number): number {
  const left = amount % by;
  const whole = (amount - left) / by;
  if (2 * Math.abs(left) < by) return whole;
  return amount < 0 ? whole - 1 : whole + 1;
}
