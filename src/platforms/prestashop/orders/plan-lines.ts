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
  /** Cents that rows of mixed unit prices are too dear by; taken off as a discount. */
  roundingMinor: number;
}

/** 1.2 for 20 % of tax, as an integer of this scale: five digits hold every rate in use. */
export const FACTOR_SCALE = 100_000;
const PRICE_DECIMALS = 6;

/**
 * Rows of one variant become one cart row. When its units were sold at different prices that have no
 * common price in whole cents, the row is a few cents dearer and `roundingMinor` takes them off again:
 * right under every rounding setting of a shop. `factorOf` gives 1 + tax rate times FACTOR_SCALE.
 */
export function planLines(
  lines: readonly SourceOrderLine[],
  currency: string,
  factorOf: (productId: string) => number,
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
    const unitMinor = Math.ceil(paid / quantity);
    const grossMinor = unitMinor * quantity;
    productsMinor += grossMinor;
    paidMinor += paid;
    const { productId, variantId } = first;
    const netUnitPrice = netPrice(unitMinor, currency, factorOf(productId));
    return { productId, variantId, quantity, netUnitPrice, grossMinor };
  });
  return { lines: rows, productsMinor, roundingMinor: productsMinor - paidMinor };
}

/** A tax-inclusive amount without its tax, in six decimals, rounded half up. */
export function netPrice(grossMinor: number, currency: string, factor: number): string {
  const scale = 10n ** BigInt(PRICE_DECIMALS - decimalsOf(currency));
  const gross = BigInt(grossMinor) * scale * BigInt(FACTOR_SCALE);
  const divisor = BigInt(factor);
  const net = (gross + divisor / 2n) / divisor;
  const digits = net.toString().padStart(PRICE_DECIMALS + 1, "0");
  return `${digits.slice(0, -PRICE_DECIMALS)}.${digits.slice(-PRICE_DECIMALS)}`;
}
