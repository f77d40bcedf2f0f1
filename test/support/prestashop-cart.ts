/**
 * What a PrestaShop makes of a cart, step by step as its own code does it: the price of a unit with
 * tax, ecotax and the group's reduction, rounded to six digits; rows by PS_ROUND_TYPE; the totals of
 * the order. It is the yardstick for the product's plans, so it shares no code with them.
 */
import { psRound, type RoundMode } from "./php-round";

export interface StoreRounding {
  /** PS_ROUND_TYPE: 1 per item, 2 per line, 3 on the total. */
  type: 1 | 2 | 3;
  mode: RoundMode;
  /** Digits of the order's currency. */
  digits: number;
}

/** What the store knows of a product. */
export interface StoreProduct {
  /** Price of the catalogue, without tax. */
  price: number;
  /** Percent. */
  taxRate: number;
  /** Per unit without tax; 0 where the product has none. */
  ecotax: number;
  ecotaxRate: number;
}

export interface StoreRow {
  product: StoreProduct;
  /** The cart's own price, without tax. */
  price: number;
  quantity: number;
}

export interface StoreTotals {
  /** total_products_wt and total_products of the order. */
  products: number;
  productsNet: number;
  /** total_price_tax_incl of each row of the order, as its invoice prints it. */
  rows: readonly number[];
}

const UNIT_DIGITS = 6;

/** Of a product in the catalogue, or at the price a cart gives it. */
export function unitPrice(
  product: StoreProduct,
  price: number,
  use: { tax: boolean; ecotax: boolean; groupReduction: number },
  mode: RoundMode,
): number {
  let unit = use.tax ? price * (1 + product.taxRate / 100) : price;
  if (use.ecotax && product.ecotax > 0)
    unit += use.tax ? product.ecotax * (1 + product.ecotaxRate / 100) : product.ecotax;
  unit -= use.groupReduction === 0 ? 0 : (unit * use.groupReduction) / 100;
  return Math.max(0, psRound(unit, UNIT_DIGITS, mode));
}

/** A row's part of the products' total, and the amount its line of the order shows. */
function rowTotals(unit: number, quantity: number, { type, mode, digits }: StoreRounding): number {
  if (type === 1) return psRound(unit, digits, mode) * quantity;
  return type === 2 ? psRound(unit * quantity, digits, mode) : unit * quantity;
}

/** The totals of the order a cart becomes. */
export function cartTotals(
  rows: readonly StoreRow[],
  groupReduction: number,
  rounding: StoreRounding,
): StoreTotals {
  const { mode, digits } = rounding;
  const totals = (tax: boolean) =>
    rows.map(({ product, price, quantity }) =>
      rowTotals(
        unitPrice(product, price, { tax, ecotax: true, groupReduction }, mode),
        quantity,
        rounding,
      ),
    );
  const sum = (amounts: readonly number[]) =>
    psRound(
      amounts.reduce((total, amount) => total + amount, 0),
      digits,
      mode,
    );
  const gross = totals(true);
  return {
    products: sum(gross),
    productsNet: sum(totals(false)),
    rows: gross.map((amount) => psRound(amount, digits, mode)),
  };
}
