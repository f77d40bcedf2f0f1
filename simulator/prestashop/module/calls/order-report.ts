// The report about an order in the answer of a call: amounts by part, taxes by rate.
import type { Row } from "../../data/row";
import { valueOf } from "../../data/tables";
import { digitsOf } from "../../orders/cart-total";
import { minorUnits } from "../minor-units";
import { roundPrice } from "../../prices/round";
import type { Store } from "../../store";

export interface TaxRow {
  rate: string;
  netMinor: number;
  taxMinor: number;
}

export interface Oversold {
  product: string;
  variant: string;
  short: number;
}

interface Part {
  rate: number;
  gross: number;
}

const amount = (row: Row, column: string): number => Number(valueOf(row, column));

function rateOf(store: Store, line: Row): number {
  const ids = line.links?.["taxes"] ?? [];
  return ids.reduce(
    (sum, { id = "" }) => sum + Number(valueOf(store.tables.get("taxes", id), "rate")),
    0,
  );
}

/**
 * Lines and shipping with their tax rates. Every line takes its share of the discount; shipping takes
 * the part that exceeds the lines.
 */
function partsOf(store: Store, order: Row): Part[] {
  const lines = store.tables
    .where("order_details", "id_order", order.id)
    .map((line) => ({ rate: rateOf(store, line), gross: amount(line, "total_price_tax_incl") }));
  const products = lines.reduce((sum, { gross }) => sum + gross, 0);
  const discount = amount(order, "total_discounts_tax_incl");
  const offProducts = Math.min(discount, products);
  const share = products === 0 ? 0 : offProducts / products;
  const shipping = {
    rate: amount(order, "carrier_tax_rate"),
    gross: amount(order, "total_shipping_tax_incl") - (discount - offProducts),
  };
  return [...lines.map((it) => ({ ...it, gross: it.gross * (1 - share) })), shipping];
}

/** One row a rate; the largest row takes the rounding difference. */
function taxesOf(
  store: Store,
  order: Row,
  toMinor: (value: number) => number,
  totalMinor: number,
): TaxRow[] {
  const byRate = Map.groupBy(partsOf(store, order), (part) => part.rate);
  const rates = [...byRate].map(([rate, parts]) => {
    const gross = parts.reduce((sum, part) => sum + part.gross, 0);
    return { rate, gross, grossMinor: toMinor(gross) };
  });
  const rest = totalMinor - rates.reduce((sum, { grossMinor }) => sum + grossMinor, 0);
  const [largest] = rates.toSorted((a, b) => b.gross - a.gross);
  const rows = rates.map((row) => {
    const grossMinor = row.grossMinor + (row === largest ? rest : 0);
    const netMinor = toMinor(row.gross / (1 + row.rate / 100));
    return { rate: row.rate.toFixed(3), netMinor, taxMinor: grossMinor - netMinor };
  });
  return rows.filter((row) => row.netMinor !== 0 || row.taxMinor !== 0);
}

/** The amounts of an order, in whole minor units of its currency. */
export function moneyOf(store: Store, order: Row) {
  const currencyId = valueOf(order, "id_currency");
  const digits = digitsOf(store, currencyId);
  const units = minorUnits(store, currencyId);
  const toMinor = (value: number) => Math.round(roundPrice(value, digits) * units);
  const totalMinor = toMinor(amount(order, "total_paid_tax_incl"));
  return {
    productsMinor: toMinor(amount(order, "total_products_wt")),
    shippingMinor: toMinor(amount(order, "total_shipping_tax_incl")),
    discountMinor: toMinor(amount(order, "total_discounts_tax_incl")),
    totalMinor,
    paidMinor: toMinor(amount(order, "total_paid_real")),
    taxes: taxesOf(store, order, toMinor, totalMinor),
  };
}

/** The answer about an order as it stands now. */
export function reportOf(store: Store, order: Row, oversold: Oversold[], isRepeat: boolean) {
  const orderStateId = valueOf(order, "current_state");
  const { taxes, ...money } = moneyOf(store, order);
  return {
    id: order.id,
    reference: valueOf(order, "reference"),
    cartId: valueOf(order, "id_cart"),
    stateId: orderStateId,
    isPaid: valueOf(store.tables.get("order_states", orderStateId), "paid") === "1",
    isRepeat,
    currency: valueOf(store.tables.get("currencies", valueOf(order, "id_currency")), "iso_code"),
    ...money,
    taxes,
    oversold,
  };
}
