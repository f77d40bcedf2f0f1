/**
 * From what the buyer paid to the prices a cart must hold. Pure. A cart has one row and one price per
 * variant, tax excluded; the shop adds the tax again and rounds to the cent.
 */
import { decimalsOf } from "../../../domain/money";
import type { SourceOrderLine } from "../../source";

/** One cart row. */
export interface CartLine {
  productId: string;
  variantId: string;
  quantity: number;
  /** Unit price without tax, six decimals, as the shop stores it. */
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

/** What the shop makes of the price of a cart row. */
export interface PriceRule {
  /** 1.2 for 20 % of tax, times FACTOR_SCALE. */
  factor: number;
  /** Ecotax the shop adds to each unit, tax included, in millionths of the currency. */
  ecotaxMicros: number;
}

/** Five digits hold every rate in use. */
export const FACTOR_SCALE = 100_000;
const PRICE_DECIMALS = 6;

/**
 * Rows of one variant become one cart row. When its units were sold at different prices that have no
 * common price in whole cents, the row is a few cents dearer and `roundingMinor` takes them off again:
 * right under every rounding setting of a shop.
 */
export function planLines(
  lines: readonly SourceOrderLine[],
  currency: string,
  ruleOf: (productId: string, variantId: string) => PriceRule,
): CartPlan {
  const merged = new Map<string, { first: SourceOrderLine; quantity: number; paid: number }>();
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
    const netUnitPrice = netPrice(unitMinor, currency, rule);
    return { productId, variantId, quantity, netUnitPrice, grossMinor };
  });
  return { lines: rows, productsMinor, roundingMinor: productsMinor - paidMinor };
}

/** No row can cost less than its ecotax; what the buyer did not pay of it becomes a discount, too. */
function ecotaxMinor(rule: PriceRule, currency: string): number {
  return Math.ceil(rule.ecotaxMicros / 10 ** (PRICE_DECIMALS - decimalsOf(currency)));
}

/** A tax-inclusive amount without tax and ecotax, in six decimals, rounded half up, never below 0. */
export function netPrice(grossMinor: number, currency: string, rule: PriceRule): string {
  const scale = 10n ** BigInt(PRICE_DECIMALS - decimalsOf(currency));
  const micros = BigInt(grossMinor) * scale - BigInt(rule.ecotaxMicros);
  const divisor = BigInt(rule.factor);
  const net = micros > 0n ? (micros * BigInt(FACTOR_SCALE) + divisor / 2n) / divisor : 0n;
  const digits = net.toString().padStart(PRICE_DECIMALS + 1, "0");
  return `${digits.slice(0, -PRICE_DECIMALS)}.${digits.slice(-PRICE_DECIMALS)}`;
}
