import { formatMinor, parseMinor } from "../../../domain/money";
import type { VariantLink } from "../../../domain/orders/order-draft";
import { SyncError } from "../../../domain/errors/sync-error";
import { linked, text, type Row } from "../json";
import type { StoreClient } from "../request";
import { hasOrderNote } from "../version";

/** An order as the store holds it; amounts tax included, in minor units. */
export interface OrderRow {
  id: string;
  reference: string;
  /** "" while it has none, which stores write as 0 or as nothing. */
  orderStateId: string;
  carrierId: string;
  /** "20.000" */
  carrierTaxRate: string;
  hasInvoice: boolean;
  /** Name of the payment module that made it. */
  module: string;
  /** The payment's name as the back office shows it. */
  payment: string;
  cartId: string;
  note: string;
  productsMinor: number;
  productsNetMinor: number;
  shippingMinor: number;
  shippingNetMinor: number;
  discountMinor: number;
  discountNetMinor: number;
  totalMinor: number;
  paidMinor: number;
  /** False when an amount with tax has more digits than minor units show. */
  isWhole: boolean;
  /** Unit prices in the currency, six decimals, with and without tax. */
  rows: readonly (VariantLink & { quantity: number; unitGross: number; unitNet: number })[];
}

/** What `toOrderRow` reads; the note is asked for where stores have one. */
export const ORDER_FIELDS =
  "id,reference,module,payment,id_cart,current_state,id_carrier,carrier_tax_rate,invoice_number,total_products," +
  "total_products_wt,total_shipping_tax_incl,total_shipping_tax_excl,total_discounts_tax_incl," +
  "total_discounts_tax_excl,total_paid_tax_incl,total_paid_real," +
  "order_rows[id,product_id,product_attribute_id,product_quantity,unit_price_tax_incl," +
  "unit_price_tax_excl]";

const GROSS = [
  "total_products_wt",
  "total_shipping_tax_incl",
  "total_discounts_tax_incl",
  "total_paid_tax_incl",
  "total_paid_real",
];

/** Reads an order back. Throws SyncError("merchant", "prestashop.order_missing"). */
export async function readOrder(
  client: StoreClient,
  orderId: string,
  currency: string,
): Promise<OrderRow> {
  const note = hasOrderNote(client.version()) ? "note," : "";
  const display = `[${note}${ORDER_FIELDS}]`;
  const [row] = await client.list("orders", { display, "filter[id]": orderId });
  if (!row) throw new SyncError("merchant", "prestashop.order_missing", { orderId });
  return toOrderRow(row, currency);
}

export function toOrderRow(row: Row, currency: string): OrderRow {
  const amount = (field: string) => text(row, field) || "0";
  const minor = (field: string) => parseMinor(amount(field), currency);
  const isWhole = (field: string) =>
    Number(amount(field)) === Number(formatMinor(minor(field), currency));
  const invoice = text(row, "invoice_number");
  return {
    id: text(row, "id"),
    reference: text(row, "reference"),
    orderStateId: text(row, "current_state").replace(/^0$/, ""),
    carrierId: text(row, "id_carrier"),
    carrierTaxRate: text(row, "carrier_tax_rate") || "0",
    hasInvoice: invoice !== "" && invoice !== "0",
    module: text(row, "module"),
    payment: text(row, "payment"),
    cartId: text(row, "id_cart"),
    note: text(row, "note"),
    productsMinor: minor("total_products_wt"),
    productsNetMinor: minor("total_products"),
    shippingMinor: minor("total_shipping_tax_incl"),
    shippingNetMinor: minor("total_shipping_tax_excl"),
    discountMinor: minor("total_discounts_tax_incl"),
    discountNetMinor: minor("total_discounts_tax_excl"),
    totalMinor: minor("total_paid_tax_incl"),
    paidMinor: minor("total_paid_real"),
    isWhole: GROSS.every(isWhole),
    rows: linked(row, "order_rows").map((line) => ({
      productId: text(line, "product_id"),
      variantId: text(line, "product_attribute_id") || "0",
      quantity: Number(text(line, "product_quantity")),
      unitGross: Number(text(line, "unit_price_tax_incl")),
      unitNet: Number(text(line, "unit_price_tax_excl")),
    })),
  };
}
