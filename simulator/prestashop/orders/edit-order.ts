// What a merchant changes of an order's lines in the back office before it is shipped: the store moves
// the units and computes the order's amounts anew.
import { moveQuantity } from "../catalogue/stock";
import type { Row } from "../data/row";
import { valueOf } from "../data/tables";
import { localTime, type Store } from "../store";

const money = (value: number) => value.toFixed(6);

export interface LineEdit {
  productId: string;
  combinationId: string;
  /** 0 takes the line out; a product that the order lacks is added at `unitPrice`. */
  quantity: number;
  /** Tax included and excluded alike, for an added line. */
  unitPrice?: number;
}

export function editLine(store: Store, order: Row, edit: LineEdit): void {
  const { productId, combinationId, quantity } = edit;
  const line = store.tables
    .where("order_details", "id_order", order.id)
    .find(
      (row) =>
        valueOf(row, "product_id") === productId &&
        (valueOf(row, "product_attribute_id") || "0") === combinationId,
    );
  const before = line ? Number(valueOf(line, "product_quantity")) : 0;
  moveQuantity(store, productId, combinationId, before - quantity);
  if (line && quantity === 0) store.tables.remove("order_details", line.id);
  else if (line) setQuantity(store, line, quantity);
  else addLine(store, order, edit);
  sumUp(store, order);
}

function setQuantity(store: Store, line: Row, quantity: number): void {
  const total = (name: string) => money(Number(valueOf(line, name)) * quantity);
  const values = {
    ...line.values,
    product_quantity: String(quantity),
    total_price_tax_incl: total("unit_price_tax_incl"),
    total_price_tax_excl: total("unit_price_tax_excl"),
  };
  store.tables.update("order_details", { ...line, values });
}

function addLine(store: Store, order: Row, edit: LineEdit): void {
  const product = store.tables.get("products", edit.productId);
  const price = money(edit.unitPrice ?? 0);
  const total = money((edit.unitPrice ?? 0) * edit.quantity);
  store.tables.insert("order_details", {
    id_order: order.id,
    product_id: edit.productId,
    product_attribute_id: edit.combinationId,
    product_name: valueOf(product, "reference"),
    product_quantity: String(edit.quantity),
    product_price: price,
    unit_price_tax_incl: price,
    unit_price_tax_excl: price,
    total_price_tax_incl: total,
    total_price_tax_excl: total,
  });
}

function sumUp(store: Store, order: Row): void {
  const lines = store.tables.where("order_details", "id_order", order.id);
  const sum = (column: string) =>
    lines.reduce((all, line) => all + Number(valueOf(line, column)), 0);
  const gross = sum("total_price_tax_incl");
  const net = sum("total_price_tax_excl");
  const rest = (ending: string) =>
    Number(valueOf(order, `total_shipping_${ending}`)) -
    Number(valueOf(order, `total_discounts_${ending}`));
  const values = {
    ...order.values,
    total_products: money(net),
    total_products_wt: money(gross),
    total_paid: money(gross + rest("tax_incl")),
    total_paid_tax_incl: money(gross + rest("tax_incl")),
    total_paid_tax_excl: money(net + rest("tax_excl")),
    date_upd: localTime(store),
  };
  store.tables.update("orders", { ...order, values });
}

/** As a module for deleting orders does: the rows are gone, the stock stays as it is. */
export function deleteOrder(store: Store, order: Row): void {
  for (const resource of ["order_details", "order_carriers", "order_histories"])
    for (const row of store.tables.where(resource, "id_order", order.id))
      store.tables.remove(resource, row.id);
  store.tables.remove("orders", order.id);
}
