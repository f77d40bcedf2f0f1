/**
 * From the prices of a draft to those a cart must hold. Pure. A cart has one row and one price per
 * variant, tax excluded; the store adds the tax again and rounds the way it is set to.
 */
import { decimalsOf } from "../../../domain/money";
import type { DraftLine } from "../../../domain/orders/order-draft";

/** One cart row. */
export interface CartLine {
  productId: string;
  variantId: string;
  quantity: number;
  /** Unit price without tax, six decimals, as the store stores it. */
  netUnitPrice: string;
  /** What the row must come to, tax included. */
  grossMinor: number;
}

export interface CartPlan {
  lines: readonly CartLine[];
  /** Sum of `grossMinor`. */
  productsMinor: number;
  /** Cents that rows of mixed unit prices, or of given-away units, are too dear by: a discount. */
  roundingMinor: number;
}

/**
 * What the store makes of the price of a cart row: its price times `factor`, plus `ecotaxMicros`.
 */
export interface PriceRule {
  /** 1.2 for 20 % of tax, times FACTOR_SCALE. */
  factor: number;
  /** What ecotax adds to each unit, tax included, in millionths of the currency. */
  ecotaxMicros: number;
}

/**
 * Which way a store rounds amounts between two cents (PS_PRICE_ROUND_MODE). "up" and "down" move an
 * amount that is a millionth beside a cent by a whole cent; all others take it to the near one.
 */
export type Rounding = "nearest" | "up" | "down";

/** Five digits of tax and four of a group's reduction: their product is exact. */
export const FACTOR_SCALE = 1_000_000_000;
const PRICE_DECIMALS = 6;
/**
 * Ecotax is measured as the difference of two rounded prices, and rounded itself: at most this off.
 */
const ECOTAX_MARGIN = 2n;

/**
 * Rows of one variant become one cart row. When its units were sold at different prices that have
 * no common price in whole cents, the row is a few cents dearer and `roundingMinor` takes them off
 * again: right under every rounding setting of a store.
 */
export function planLines(
  lines: readonly DraftLine[],
  currency: string,
  ruleOf: (productId: string, variantId: string) => PriceRule,
  rounding: Rounding,
): CartPlan {
  const merged = new Map<string, { first: DraftLine; quantity: number; paid: number }>();
  for (const line of lines) {
    const key = `${line.productId}:${line.variantId}`;
    const row = merged.get(key) ?? { first: line, quantity: 0, paid: 0 };
    row.quantity += line.quantity;
    row.paid += line.quantity * line.unitPriceMinor;
    merged.set(key, row);
  }
  let productsMinor = 0;
  let paidMinor = 0;
  const rows = [...merged.values()].map(({ first, quantity, paid }) => {
    const rule = ruleOf(first.productId, first.variantId);
    const unitMinor = Math.max(Math.ceil(paid / quantity), ecotaxMinor(rule, currency));
    const grossMinor = unitMinor * quantity;
    productsMinor += grossMinor;
    paidMinor += paid;
    const { productId, variantId } = first;
    const netUnitPrice = netPrice(unitMinor, currency, rule, rounding);
    return { productId, variantId, quantity, netUnitPrice, grossMinor };
  });
  return { lines: rows, productsMinor, roundingMinor: productsMinor - paidMinor };
}

/**
 * No row can cost less than its ecotax; what the buyer did not pay of it becomes a discount, too.
 */
function ecotaxMinor(rule: PriceRule, currency: string): number {
  return Math.ceil(rule.ecotaxMicros / 10 ** (PRICE_DECIMALS - decimalsOf(currency)));
}

/**
 * A tax-inclusive amount without tax and ecotax, in six decimals, never below 0. Six decimals
 * seldom lead back to the very amount; the rest must lie on the side from which the store rounds to
 * it.
 */
export function netPrice(
  grossMinor: number,
  currency: string,
  { factor, ecotaxMicros }: PriceRule,
  rounding: Rounding,
): string {
  const scale = 10n ** BigInt(PRICE_DECIMALS - decimalsOf(currency));
  const margin = ecotaxMicros > 0 && rounding !== "nearest" ? ECOTAX_MARGIN : 0n;
  const side = rounding === "up" ? -margin : margin;
  const micros = BigInt(grossMinor) * scale - BigInt(ecotaxMicros) + side;
  const net = micros > 0n ? divide(micros * BigInt(FACTOR_SCALE), BigInt(factor), rounding) : 0n;
  const digits = net.toString().padStart(PRICE_DECIMALS + 1, "0");
  return `${digits.slice(0, -PRICE_DECIMALS)}.${digits.slice(-PRICE_DECIMALS)}`;
}

/**
 * A store that rounds up must not be given a millionth too much, one that rounds down not too
 * little.
 */
function divide(amount: bigint, divisor: bigint, rounding: Rounding): bigint {
  if (rounding === "up") return amount / divisor;
  return (amount + (rounding === "down" ? divisor - 1n : divisor / 2n)) / divisor;
}
