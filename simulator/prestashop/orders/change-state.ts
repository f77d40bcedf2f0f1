// The effects of a new order state: stock, invoice, delivery slip, payment, history.
import { moveQuantity } from "../catalogue/stock";
import type { Row } from "../data/row";
import { valueOf } from "../data/tables";
import { localTime, setting, type Store } from "../store";
import { dieAt } from "./die";

const flag = (state: Row | undefined, name: string) => valueOf(state, name) === "1";

/** The states that return goods to stock: cancelled and payment error, not refunded. */
const returnsGoods = (store: Store, orderStateId: string) =>
  orderStateId === setting(store, "PS_OS_CANCELED") ||
  orderStateId === setting(store, "PS_OS_ERROR");

/** A change of state moves no stock of a pack, nor of its parts: only a new order does. */
const isPack = (store: Store, line: Row) =>
  (store.tables.get("products", valueOf(line, "product_id"))?.links?.["product_bundle"] ?? [])
    .length > 0;

function moveLines(store: Store, order: Row, sign: 1 | -1): void {
  const lines = store.tables.where("order_details", "id_order", order.id);
  for (const line of lines.filter((it) => !isPack(store, it)))
    moveQuantity(
      store,
      valueOf(line, "product_id"),
      valueOf(line, "product_attribute_id") || "0",
      sign * Number(valueOf(line, "product_quantity")),
    );
}

function moveStock(store: Store, order: Row, before: Row | undefined, after: Row): void {
  if (!before) return;
  const [wasSold, isSold] = [flag(before, "logable"), flag(after, "logable")];
  const [wasBack, isBack] = [returnsGoods(store, before.id), returnsGoods(store, after.id)];
  if (isSold && !wasSold && wasBack) {
    moveLines(store, order, -1);
    dieAt(store, "state");
  }
  if (!isSold && isBack && !wasBack) moveLines(store, order, 1);
}

/** Column of an invoice that the webservice does not show: the payments that count for it. */
const LINKED = "linked_payments";

const paymentsOf = (store: Store, order: Row): number =>
  store.tables
    .where("order_payments", "order_reference", valueOf(order, "reference"))
    .reduce((sum, payment) => sum + Number(valueOf(payment, "amount")), 0);

function invoiceFor(
  store: Store,
  order: Row,
  now: string,
  keepsPayments: boolean,
): Record<string, string> {
  const number = String(store.tables.next("invoice_number"));
  const invoice = store.tables.insert("order_invoices", {
    id_order: order.id,
    number,
    [LINKED]: keepsPayments ? paymentsOf(store, order).toFixed(6) : "0",
    total_discount_tax_excl: valueOf(order, "total_discounts_tax_excl") || "0.000000",
    total_discount_tax_incl: valueOf(order, "total_discounts_tax_incl") || "0.000000",
    total_paid_tax_excl: valueOf(order, "total_paid_tax_excl"),
    total_paid_tax_incl: valueOf(order, "total_paid_tax_incl"),
    total_products: valueOf(order, "total_products"),
    total_products_wt: valueOf(order, "total_products_wt"),
    total_shipping_tax_excl: valueOf(order, "total_shipping_tax_excl"),
    total_shipping_tax_incl: valueOf(order, "total_shipping_tax_incl"),
    date_add: now,
  });
  for (const resource of ["order_details", "order_carriers"])
    for (const row of store.tables.where(resource, "id_order", order.id))
      store.tables.update(resource, {
        ...row,
        values: { ...row.values, id_order_invoice: invoice.id },
      });
  return { invoice_number: number, invoice_date: now };
}

export function addPayment(store: Store, order: Row, amount: number, method: string): void {
  store.tables.insert("order_payments", {
    order_reference: valueOf(order, "reference"),
    id_currency: valueOf(order, "id_currency"),
    amount: amount.toFixed(6),
    payment_method: method,
    conversion_rate: "1.000000",
    date_add: localTime(store),
  });
}

/** The order knows of a payment only when it is written itself. */
export function payOff(store: Store, order: Row, amount: number): Row {
  const total = Number(valueOf(order, "total_paid_real")) + amount;
  const values = { ...order.values, total_paid_real: total.toFixed(6) };
  return store.tables.update("orders", { ...order, values });
}

/** A paid state adds a payment for the unpaid rest of the invoice. */
function payRest(store: Store, order: Row, state: Row): Record<string, string> {
  const invoice = store.tables.where("order_invoices", "id_order", order.id)[0];
  if (!flag(state, "paid") || !invoice) return {};
  const linked = Number(valueOf(invoice, LINKED) || valueOf(order, "total_paid_real"));
  const rest = Number(valueOf(invoice, "total_paid_tax_incl")) - linked;
  if (rest <= 0.005) return {};
  addPayment(store, order, rest, "Wire payment");
  const values = { ...invoice.values, [LINKED]: (linked + rest).toFixed(6) };
  store.tables.update("order_invoices", { ...invoice, values });
  return { total_paid_real: (Number(valueOf(order, "total_paid_real")) + rest).toFixed(6) };
}

export interface StateChange {
  employeeId?: string;
  /**
   * Whether a new invoice counts the payments the order already has. With an entry posted to
   * order_histories it does not, and the whole amount is paid a second time.
   */
  keepsPayments?: boolean;
}

/**
 * Puts an order into a state and adds the history row; the same state again adds another row and
 * fires the hooks again, as on the real store.
 */
export function changeState(
  store: Store,
  order: Row,
  orderStateId: string,
  { employeeId = "0", keepsPayments = true }: StateChange = {},
): Row {
  const state = store.tables.get("order_states", orderStateId);
  if (!state) return order;
  const now = localTime(store);
  const before = store.tables.get("order_states", valueOf(order, "current_state"));
  moveStock(store, order, before, state);
  const needsInvoice = flag(state, "invoice") && Number(valueOf(order, "invoice_number")) === 0;
  const needsSlip = flag(state, "delivery") && Number(valueOf(order, "delivery_number")) === 0;
  const slip = { delivery_number: "", delivery_date: now };
  if (needsSlip) slip.delivery_number = String(store.tables.next("delivery_number"));
  const invoice = needsInvoice ? invoiceFor(store, order, now, keepsPayments) : {};
  const values = {
    ...order.values,
    ...invoice,
    ...(needsSlip ? slip : {}),
    ...payRest(store, order, state),
    current_state: state.id,
    valid: flag(state, "logable") ? "1" : "0",
    date_upd: now,
  };
  const changed = store.tables.update("orders", { ...order, values });
  store.notify({ type: "order.state_changed", id: order.id });
  store.tables.insert("order_histories", {
    id_employee: employeeId,
    id_order_state: state.id,
    id_order: order.id,
    date_add: now,
  });
  return changed;
}
