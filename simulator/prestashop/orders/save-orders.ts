// Writes of orders, their carriers and their histories.
import { BrokenAnswer } from "../failure";
import { storeDraft, type Draft } from "../draft";
import type { Row } from "../data/row";
import { toColumn } from "../data/schema";
import { is9 } from "../data/versions";
import { valueOf } from "../data/tables";
import { localTime, switches, type Store } from "../store";
import { changeState } from "./change-state";
import { validateOrder } from "./validate-order";

/** The width of the column before 9.0; the database cuts longer texts silently. */
const REFERENCE_LENGTH = 9;

const sentText = (draft: Draft, name: string): string | undefined => {
  const value = draft.sent.fields[name];
  return typeof value === "string" ? value : undefined;
};

/** Writes a tracking number and fires the carrier's hook. */
export function saveTracking(store: Store, carrier: Row, values: Row["values"]): Row {
  const saved = store.tables.update("order_carriers", {
    ...carrier,
    values: { ...carrier.values, ...values },
  });
  store.notify({ type: "order.tracking_changed", id: valueOf(saved, "id_order") });
  return saved;
}

/** An invoice that cannot be rendered breaks the answer although the order is stored. */
function breakOnInvoice(store: Store, order: Row): Row {
  if (!switches.isPdfBroken(store) || Number(valueOf(order, "invoice_number")) === 0) return order;
  throw new BrokenAnswer(
    200,
    `<strong>TCPDF ERROR: </strong>[Image] Unable to get the size of the image: ${store.baseUrl}/img/`,
  );
}

/** POST builds the order from its cart; a change may move its state or its tracking number. */
export function saveOrder(store: Store, draft: Draft): Row {
  const { previous } = draft;
  if (!previous) return breakOnInvoice(store, validateOrder(store, draft));
  const state = sentText(draft, "current_state");
  const before = valueOf(previous, "current_state");
  draft.values["current_state"] = before;
  draft.values["date_upd"] = localTime(store);
  const reference = draft.values["reference"];
  if (!is9(store.flavour) && typeof reference === "string")
    draft.values["reference"] = reference.slice(0, REFERENCE_LENGTH);
  const row = storeDraft(store, draft);
  const tracking = sentText(draft, "shipping_number");
  const carrier = store.tables.where("order_carriers", "id_order", row.id).at(-1);
  if (tracking !== undefined && carrier)
    saveTracking(store, carrier, { tracking_number: tracking });
  if (state === undefined || state === before) return row;
  const moved = changeState(store, row, state);
  return draft.method === "PUT" ? overwrite(store, moved, row) : moved;
}

/** Fields a new state fills in and that a PUT then sets to what its body says of them. */
const OVERWRITTEN = ["invoice_number", "invoice_date", "delivery_number", "delivery_date", "valid"];

/** A PUT enters the state first and then writes the other fields of its body over the result. */
function overwrite(store: Store, moved: Row, written: Row): Row {
  const values = { ...moved.values };
  for (const name of OVERWRITTEN) values[name] = written.values[name] ?? null;
  return store.tables.update("orders", { ...moved, values });
}

export function saveOrderCarrier(store: Store, draft: Draft): Row {
  const row = storeDraft(store, draft);
  return draft.previous ? saveTracking(store, row, {}) : row;
}

/** A new history row changes the state of its order. */
export function saveOrderHistory(store: Store, draft: Draft): Row {
  if (draft.previous) return storeDraft(store, draft);
  const order = store.tables.get("orders", sentText(draft, "id_order") ?? "");
  const orderStateId = toColumn(
    { name: "id_order_state", kind: "int" },
    String(draft.values["id_order_state"]),
  );
  if (!order || !store.tables.get("order_states", orderStateId)) throw new BrokenAnswer(500, "");
  changeState(store, order, orderStateId, {
    employeeId: sentText(draft, "id_employee") ?? "0",
    keepsPayments: false,
  });
  draft.computed["id_order_state"] = Number(orderStateId);
  draft.computed["date_add"] = localTime(store);
  const row = store.tables.where("order_histories", "id_order", order.id).at(-1);
  return row ?? storeDraft(store, draft);
}
