// Completes an order that was begun through the webservice: its amounts become what the buyer paid.
import { moveQuantity } from "../../catalogue/stock";
import type { Row } from "../../data/row";
import { valueOf } from "../../data/tables";
import { digitsOf, discountNetOf } from "../../orders/cart-total";
import { minorUnits } from "../minor-units";
import { changeState } from "../../orders/change-state";
import type { Delivery } from "../../orders/shipping";
import { insertDiscount } from "../../orders/discount-rows";
import { amountsOf } from "../../orders/validate-order";
import { roundPrice } from "../../prices/round";
import { localTime, setting, type Store } from "../../store";
import type { OrderDraft } from "../bodies";
import { goodsOf } from "./order-rows";

/** The amounts an order must have, in minor units. */
export interface WantedAmounts {
  products: number;
  shipping: number;
  discount: number;
  total: number;
}

/** The amounts of an order made from this draft. */
export function wantedOf(draft: OrderDraft): WantedAmounts {
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
 * The amounts of an existing order: its products may differ by a cent a unit when the discount evens
 * that out.
 */
export function wantedOfBegun(store: Store, order: Row, draft: OrderDraft): WantedAmounts {
  const planned = wantedOf(draft);
  const factor = minorUnits(store, valueOf(order, "id_currency"));
  const products = Math.round(amount(order, "total_products_wt") * factor);
  const discount = products + planned.shipping - planned.total;
  const units = draft.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const isNear = Math.abs(products - planned.products) <= units && discount >= 0;
  return isNear ? { ...planned, products, discount } : planned;
}

function correctPayment(store: Store, order: Row): void {
  const reference = valueOf(order, "reference");
  const [only, second] = store.tables.where("order_payments", "order_reference", reference);
  if (!only || second) return;
  const values = { ...only.values, amount: valueOf(order, "total_paid") };
  store.tables.update("order_payments", { ...only, values });
}

const INVOICED = ["total_paid_tax_excl", "total_paid_tax_incl", "total_shipping_tax_excl"];

function correctInvoices(store: Store, order: Row): void {
  const amounts = [...INVOICED, "total_shipping_tax_incl"].map((name) => [
    name,
    valueOf(order, name),
  ]);
  for (const invoice of store.tables.where("order_invoices", "id_order", order.id))
    store.tables.update("order_invoices", {
      ...invoice,
      values: {
        ...invoice.values,
        ...Object.fromEntries(amounts),
        total_discount_tax_excl: valueOf(order, "total_discounts_tax_excl"),
        total_discount_tax_incl: valueOf(order, "total_discounts_tax_incl"),
      },
    });
}

function correctParcel(store: Store, order: Row, delivery: Delivery): void {
  const values = {
    id_carrier: delivery.carrierId,
    shipping_cost_tax_excl: delivery.costNet.toFixed(6),
    shipping_cost_tax_incl: delivery.costGross.toFixed(6),
  };
  const known = store.tables.where("order_carriers", "id_order", order.id).at(-1);
  if (known)
    store.tables.update("order_carriers", { ...known, values: { ...known.values, ...values } });
  else
    store.tables.insert("order_carriers", {
      id_order: order.id,
      date_add: localTime(store),
      ...values,
    });
}

function withAmounts(store: Store, order: Row, delivery: Delivery, discountGross: number): Row {
  const lines = store.tables.where("order_details", "id_order", order.id).map((line) => ({
    totalNet: amount(line, "total_price_tax_excl"),
    totalGross: amount(line, "total_price_tax_incl"),
  }));
  const digits = digitsOf(store, valueOf(order, "id_currency"));
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
  return store.tables.update("orders", {
    ...order,
    values: { ...order.values, ...amounts, ...paid },
  });
}

const isStateless = (order: Row) => ["", "0"].includes(valueOf(order, "current_state"));

const isPack = (store: Store, line: Row): boolean =>
  (store.tables.get("products", valueOf(line, "product_id"))?.links?.["product_bundle"] ?? [])
    .length > 0;

/**
 * Units that a new state does not take: of an order that this module made and that ended before, and
 * packs of one in payment error.
 */
function takeUnits(store: Store, order: Row): void {
  const isOwn = valueOf(order, "module") === "weft" && isStateless(order);
  const isError = valueOf(order, "current_state") === setting(store, "PS_OS_ERROR");
  const lines = store.tables.where("order_details", "id_order", order.id);
  for (const line of lines.filter((it) => isOwn || (isError && isPack(store, it))))
    moveQuantity(
      store,
      valueOf(line, "product_id"),
      valueOf(line, "product_attribute_id") || "0",
      -Number(valueOf(line, "product_quantity")),
    );
}

/** Whether an order has no state yet, or one in which the webservice makes orders. */
const isOpen = (store: Store, order: Row): boolean =>
  isStateless(order) ||
  ["PS_OS_ERROR", "PS_OS_WS_PAYMENT"].some(
    (name) => setting(store, name) === valueOf(order, "current_state"),
  );

/** Sets totals, parcel, invoice, payment, note and state of a begun order to those of the draft. */
export function finishBegun(
  store: Store,
  begun: Row,
  { delivery, wanted, orderStateId, note }: BegunTerms,
): Row {
  const factor = minorUnits(store, valueOf(begun, "id_currency"));
  takeUnits(store, begun);
  const order = withAmounts(store, begun, delivery, wanted.discount / factor);
  correctParcel(store, order, delivery);
  correctInvoices(store, order);
  correctPayment(store, order);
  insertDiscount(store, order, valueOf(order, "payment"));
  const withNote = store.tables.update("orders", { ...order, values: { ...order.values, note } });
  const isThere = valueOf(withNote, "current_state") === orderStateId;
  return isThere || !isOpen(store, withNote)
    ? withNote
    : changeState(store, withNote, orderStateId);
}

export interface BegunTerms {
  delivery: Delivery;
  wanted: WantedAmounts;
  orderStateId: string;
  note: string;
}
