// The total of a cart: lines at the store's prices and rounding, plus delivery.
import type { Row } from "../data/row";
import { valueOf } from "../data/tables";
import { productPrice, specificPriceFor, type PriceQuestion } from "../prices/product-price";
import { roundPrice, type RoundMode } from "../prices/round";
import { setting, type Store } from "../store";
import { deliveryOf, type Delivery } from "./shipping";

export interface CartLine {
  productId: string;
  combinationId: string;
  quantity: number;
  unitNet: number;
  unitGross: number;
  totalNet: number;
  totalGross: number;
  /** The totals as they enter the paid amount: rounded by item only. */
  exactNet: number;
  exactGross: number;
  /** The discount behind the price, if one applied. */
  rule?: Row;
}

export interface CartTotal {
  lines: CartLine[];
  delivery: Delivery;
  productsNet: number;
  productsGross: number;
  discountNet: number;
  discountGross: number;
  paidNet: number;
  paidGross: number;
  countryId: string;
}

/** What replaces or lowers the amounts of a cart's own rows. */
export interface CartTerms {
  /** In place of the carrier's own price. */
  delivery?: Delivery;
  /** Taken off the products first, then off the delivery; tax included. */
  discountGross?: number;
}

const ITEM = 1;
const LINE = 2;

/** Digits after the point that amounts of this currency have. */
export function digitsOf(store: Store, currencyId: string): number {
  const precision = valueOf(store.tables.get("currencies", currencyId), "precision");
  return precision === "" ? 2 : Number(precision);
}

/** How the store rounds amounts between two of its smallest units. */
export const roundMode = (store: Store): RoundMode =>
  Number(setting(store, "PS_PRICE_ROUND_MODE") || "2") as RoundMode;

/** How a store rounds amounts of one currency. */
interface Rounding {
  type: number;
  mode: RoundMode;
  digits: number;
}

const roundingOf = (store: Store, currencyId: string): Rounding => ({
  type: Number(setting(store, "PS_ROUND_TYPE") || "2"),
  mode: roundMode(store),
  digits: digitsOf(store, currencyId),
});

function exactTotal({ type, mode, digits }: Rounding, unit: number, quantity: number): number {
  if (type === ITEM) return roundPrice(roundPrice(unit, digits, mode) * quantity, 6);
  return unit * quantity;
}

function lineTotal(rounding: Rounding, unit: number, quantity: number): number {
  const exact = exactTotal(rounding, unit, quantity);
  return rounding.type === LINE ? roundPrice(exact, rounding.digits, rounding.mode) : exact;
}

function lineOf(
  store: Store,
  cart: Row,
  item: Record<string, string>,
  countryId: string,
): CartLine {
  const quantity = Number(item["quantity"]);
  const customerId = valueOf(cart, "id_customer");
  const question: PriceQuestion = {
    productId: item["id_product"] ?? "",
    combinationId: item["id_product_attribute"] ?? "0",
    withTax: false,
    withReduction: true,
    digits: 6,
    countryId,
    cartId: cart.id,
    customerId,
    groupId: valueOf(store.tables.get("customers", customerId), "id_default_group"),
    currencyId: valueOf(cart, "id_currency"),
    quantity,
  };
  const unitNet = productPrice(store, question);
  const unitGross = productPrice(store, { ...question, withTax: true });
  const rule = specificPriceFor(store, question);
  const rounding = roundingOf(store, valueOf(cart, "id_currency"));
  return {
    productId: question.productId,
    combinationId: question.combinationId ?? "0",
    quantity,
    unitNet,
    unitGross,
    totalNet: lineTotal(rounding, unitNet, quantity),
    totalGross: lineTotal(rounding, unitGross, quantity),
    exactNet: exactTotal(rounding, unitNet, quantity),
    exactGross: exactTotal(rounding, unitGross, quantity),
    ...(rule ? { rule } : {}),
  };
}

const sum = (values: number[]) =>
  roundPrice(
    values.reduce((a, b) => a + b, 0),
    6,
  );

/**
 * A discount without its tax: every line takes its share, at its own rate; the delivery takes the part
 * that exceeds the lines.
 */
export function discountNetOf(
  lines: readonly { totalNet: number; totalGross: number }[],
  discountGross: number,
  deliveryRate: number,
): number {
  const worth = lines.reduce((gross, line) => gross + line.totalGross, 0);
  const offLines = Math.min(discountGross, worth);
  const net = lines.reduce((sum, line) => sum + line.totalNet, 0);
  const netOffLines = worth === 0 ? 0 : (offLines * net) / worth;
  return netOffLines + (discountGross - offLines) / (1 + deliveryRate / 100);
}

/**
 * Computes the totals of a cart as the store does before it compares them with the paid amount. With
 * rounding by line the paid total may differ by a cent from products plus delivery, because it is
 * rounded once over the unrounded lines.
 */
export function cartTotal(store: Store, cart: Row, terms: CartTerms = {}): CartTotal {
  const address = store.tables.get("addresses", valueOf(cart, "id_address_delivery"));
  const countryId = valueOf(address, "id_country") || setting(store, "PS_COUNTRY_DEFAULT");
  const items = (cart.links?.["cart_rows"] ?? []).filter((item) =>
    store.tables.get("products", item["id_product"] ?? ""),
  );
  const lines = items.map((item) => lineOf(store, cart, item, countryId));
  const delivery = terms.delivery ?? deliveryOf(store, cart);
  const { digits, mode } = roundingOf(store, valueOf(cart, "id_currency"));
  const rounded = (values: number[]) => roundPrice(sum(values), digits, mode);
  const productsNet = rounded(lines.map((line) => line.totalNet));
  const productsGross = rounded(lines.map((line) => line.totalGross));
  const { discountGross = 0 } = terms;
  const discountNet = roundPrice(discountNetOf(lines, discountGross, delivery.taxRate), digits);
  return {
    lines,
    delivery,
    productsNet,
    productsGross,
    discountNet,
    discountGross,
    paidNet: rounded([...lines.map((it) => it.exactNet), -discountNet, delivery.costNet]),
    paidGross: rounded([...lines.map((it) => it.exactGross), -discountGross, delivery.costGross]),
    countryId,
  };
}
