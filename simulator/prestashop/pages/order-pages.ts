// Orders for people: the list, and one order to ship, deliver, cancel or refund.
import type { BackOffice } from "../back-office";
import type { Row } from "../data/row";
import { valueOf } from "../data/tables";
import { inLanguage, setting } from "../store";
import { field, form, html, select, tableOf, type Markup } from "./html";

const stateName = (office: BackOffice, id: string): string =>
  inLanguage(
    office.store.tables.get("order_states", id),
    "name",
    setting(office.store, "PS_LANG_DEFAULT"),
  );

const amount = (row: Row, column: string): string => Number(valueOf(row, column)).toFixed(2);

function buyerOf(office: BackOffice, order: Row): string {
  const customer = office.store.tables.get("customers", valueOf(order, "id_customer"));
  return `${valueOf(customer, "firstname")} ${valueOf(customer, "lastname")}`.trim();
}

function listRow(office: BackOffice, order: Row): Markup {
  const reference = valueOf(order, "reference");
  return html`<tr>
    <td>${order.id}</td>
    <td><a href="${office.store.baseUrl}/admin/orders/${order.id}">${reference}</a></td>
    <td>${buyerOf(office, order)}</td>
    <td>${amount(order, "total_paid")}</td>
    <td>${valueOf(order, "payment")}</td>
    <td>${stateName(office, valueOf(order, "current_state"))}</td>
    <td>${valueOf(order, "date_add")}</td>
  </tr>`;
}

export function ordersPage(office: BackOffice): Markup {
  const newest = office.orders().toReversed().slice(0, 200);
  return tableOf(
    `${office.orders().length} orders, newest first`,
    ["ID", "Reference", "Customer", "Total", "Payment", "State", "Date"],
    newest.map((order) => listRow(office, order)),
  );
}

function shipForm(office: BackOffice, order: Row): Markup {
  const carriers = office.store.tables
    .all("carriers")
    .filter((it) => valueOf(it, "deleted") !== "1" && valueOf(it, "active") === "1")
    .map((it) => ({ value: it.id, label: valueOf(it, "name") }));
  const line = office.store.tables.where("order_carriers", "id_order", order.id).at(-1);
  const fields = [
    select("Carrier", "carrier", carriers, valueOf(line, "id_carrier")),
    field({
      label: "Tracking number",
      name: "tracking",
      value: valueOf(line, "tracking_number"),
    }),
  ];
  const base = `${office.store.baseUrl}/admin/orders/${order.id}`;
  return html`${form(`${base}/ship`, fields, "Mark as shipped")}
  ${form(
    `${base}/tracking`,
    field({ label: "Correct the tracking number", name: "tracking" }),
    "Save tracking number",
  )}`;
}

function addressOf(office: BackOffice, order: Row): string {
  const address = office.store.tables.get("addresses", valueOf(order, "id_address_delivery"));
  const parts = ["firstname", "lastname", "address1", "address2", "postcode", "city"];
  return parts
    .map((it) => valueOf(address, it))
    .filter((it) => it !== "")
    .join(", ");
}

function linesOf(office: BackOffice, order: Row): Markup {
  const lines = office.store.tables.where("order_details", "id_order", order.id);
  return tableOf(
    "Products",
    ["Product", "Reference", "Quantity", "Unit price with tax", "Total with tax"],
    lines.map(
      (line) =>
        html`<tr>
          <td>${valueOf(line, "product_name")}</td>
          <td>${valueOf(line, "product_reference")}</td>
          <td>${valueOf(line, "product_quantity")}</td>
          <td>${amount(line, "unit_price_tax_incl")}</td>
          <td>${amount(line, "total_price_tax_incl")}</td>
        </tr>`,
    ),
  );
}

function historyOf(office: BackOffice, order: Row): Markup {
  const rows = office.store.tables.where("order_histories", "id_order", order.id);
  return tableOf(
    "History",
    ["Date", "State"],
    rows.map(
      (row) =>
        html`<tr>
          <td>${valueOf(row, "date_add")}</td>
          <td>${stateName(office, valueOf(row, "id_order_state"))}</td>
        </tr>`,
    ),
  );
}

export function orderPage(office: BackOffice, order: Row): Markup {
  const base = `${office.store.baseUrl}/admin/orders/${order.id}`;
  const states = office.store.tables
    .all("order_states")
    .map((it) => ({ value: it.id, label: stateName(office, it.id) }));
  const current = valueOf(order, "current_state");
  const note = valueOf(order, "note");
  return html`<p class="notice">
      State: <strong>${stateName(office, current)}</strong>. Total ${amount(order, "total_paid")},
      paid ${amount(order, "total_paid_real")}, shipping
      ${amount(order, "total_shipping_tax_incl")}. Payment: ${valueOf(order, "payment")}.
    </p>
    <p>Customer: ${buyerOf(office, order)}. Delivery to ${addressOf(office, order)}.</p>
    ${note !== "" && html`<p>Note: ${note}</p>`} ${linesOf(office, order)}
    <h2>Shipping</h2>
    ${shipForm(office, order)}
    <h2>State</h2>
    ${form(`${base}/deliver`, "", "Mark as delivered")}
    ${form(`${base}/cancel`, "", "Cancel order")} ${form(`${base}/refund`, "", "Mark as refunded")}
    ${form(
      `${base}/give-back`,
      field({ label: "Amount with tax", name: "amount" }),
      "Refund this amount",
    )}
    ${form(`${base}/state`, select("State", "state", states, current), "Change state")}
    ${historyOf(office, order)}`;
}
