// An order that was begun through the plain webservice is taken as it is and brought to what was paid.
import type { Row } from "../../data/row";
import { valueOf } from "../../data/tables";
import { digitsOf, discountNetOf } from "../../orders/cart-total";
import { minorUnits } from "../minor-units";
import { changeState } from "../../orders/change-state";
import type { Delivery } from "../../orders/shipping";
import { amountsOf, insertDiscount } from "../../orders/validate-order";
import { roundPrice } from "../../prices/round";
import { localTime, setting, type Shop } from "../../shop";
import type { OrderDraft } from "../bodies";
import { goodsOf } from "./order-rows";

/** What the parts of an order must come to, in minor units. */
export interface Wanted {
  products: number;
  shipping: number;
  discount: number;
  total: number;
}

/** The parts of an order made from this draft. */
export function wantedOf(draft: OrderDraft): Wanted {
  const { goods, surplusMinor } = goodsOf(draft);
  return {
    products: goods.reduce((sum, { unitMinor, quantity }) => sum + unitMinor * quantity, 0),
    shipping: draft.shippingMinor,
    discount: draft.discountMinor + surplusMinor,
    total: draft.totalMinor,
  };
}

const amount = (row: Row, column: string): number => Number(valueOf(row, column));

/**
 * The same for an order that is there: its products may be a cent per unit off, as long as the discount
 * makes up for it.
 */
export function wantedOfBegun(shop: Shop, order: Row, draft: OrderDraft): Wanted {
  const planned = wantedOf(draft);
  const factor = minorUnits(shop, valueOf(order, "id_currency"));
  const products = Math.round(amount(order, "total_products_wt") * factor);
  const discount = products + planned.shipping - planned.total;
  const units = draft.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const isNear = Math.abs(products - planned.products) <= units && discount >= 0;
  return isNear ? { ...planned, products, discount } : planned;
}

function settlePayments(shop: Shop, order: Row): void {
  const reference = valueOf(order, "reference");
  const [only, second] = shop.tables.where("order_payments", "order_reference", reference);
  if (!only || second) return;
  const values = { ...only.values, amount: valueOf(order, "total_paid") };
  shop.tables.update("order_payments", { ...only, values });
}

const INVOICED = ["total_paid_tax_excl", "total_paid_tax_incl", "total_shipping_tax_excl"];

function settleInvoices(shop: Shop, order: Row): void {
  const amounts = [...INVOICED, "total_shipping_tax_incl"].map((name) => [
    name,
    valueOf(order, name),
  ]);
  for (const invoice of shop.tables.where("order_invoices", "id_order", order.id))
    shop.tables.update("order_invoices", {
      ...invoice,
      values: {
        ...invoice.values,
        ...Object.fromEntries(amounts),
        total_discount_tax_excl: valueOf(order, "total_discounts_tax_excl"),
        total_discount_tax_incl: valueOf(order, "total_discounts_tax_incl"),
      },
    });
}

function settleParcel(shop: Shop, order: Row, delivery: Delivery): void {
  const values = {
    id_carrier: delivery.carrierId,
    shipping_cost_tax_excl: delivery.costNet.toFixed(6),
    shipping_cost_tax_incl: delivery.costGross.toFixed(6),
  };
  const known = shop.tables.where("order_carriers", "id_order", order.id).at(-1);
  if (known)
    shop.tables.update("order_carriers", { ...known, values: { ...known.values, ...values } });
  else
    shop.tables.insert("order_carriers", {
      id_order: order.id,
      date_add: localTime(shop),
      ...values,
    });
}

function withAmounts(shop: Shop, order: Row, delivery: Delivery, discountGross: number): Row {
  const lines = shop.tables.where("order_details", "id_order", order.id).map((line) => ({
    totalNet: amount(line, "total_price_tax_excl"),
    totalGross: amount(line, "total_price_tax_incl"),
  }));
  const digits = digitsOf(shop, valueOf(order, "id_currency"));
  const discountNet = roundPrice(discountNetOf(lines, discountGross, delivery.taxRate), digits);
  const productsNet = amount(order, "total_products");
  const productsGross = amount(order, "total_products_wt");
  const amounts = amountsOf({
    delivery,
    productsNet,
    productsGross,
    discountNet,
    discountGross,
    paidNet: roundPrice(productsNet - discountNet + delivery.costNet, 6),
    paidGross: roundPrice(productsGross - discountGross + delivery.costGross, 6),
  });
  const paid = { total_paid_real: amounts["total_paid"] ?? "", id_carrier: delivery.carrierId };
  return shop.tables.update("orders", {
    ...order,
    values: { ...order.values, ...amounts, ...paid },
  });
}

/** Whether an order still stands in a state the webservice makes orders in. */
const isOpen = (shop: Shop, order: Row): boolean =>
  ["PS_OS_ERROR", "PS_OS_WS_PAYMENT"].some(
    (name) => setting(shop, name) === valueOf(order, "current_state"),
  );

/** Brings totals, parcel, invoice, payment, note and state of a begun order to the draft's. */
export function finishBegun(
  shop: Shop,
  begun: Row,
  { delivery, wanted, stateId, note }: BegunTerms,
): Row {
  const factor = minorUnits(shop, valueOf(begun, "id_currency"));
  const order = withAmounts(shop, begun, delivery, wanted.discount / factor);
  settleParcel(shop, order, delivery);
  settleInvoices(shop, order);
  settlePayments(shop, order);
  if (shop.tables.where("order_cart_rules", "id_order", order.id).length === 0)
    insertDiscount(shop, order, valueOf(order, "payment"));
  const noted = shop.tables.update("orders", { ...order, values: { ...order.values, note } });
  const isThere = valueOf(noted, "current_state") === stateId;
  return isThere || !isOpen(shop, noted) ? noted : changeState(shop, noted, stateId);
}

export interface BegunTerms {
  delivery: Delivery;
  wanted: Wanted;
  stateId: string;
  note: string;
}
