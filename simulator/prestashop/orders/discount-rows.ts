// The rows by which an order shows its discount.
import type { Row } from "../data/row";
import { valueOf } from "../data/tables";
import type { Store } from "../store";
import type { AppliedVoucher } from "./automatic-vouchers";

const money = (value: number) => value.toFixed(6);

const sumOf = (rows: readonly Row[], column: string) =>
  rows.reduce((sum, row) => sum + Number(valueOf(row, column)), 0);

/** Adds the row that shows the discount of an order, or what its rows differ from it by. */
export function insertDiscount(store: Store, order: Row, name: string): void {
  const shown = store.tables.where("order_cart_rules", "id_order", order.id);
  const rest = (total: string, column: string) =>
    money(Number(valueOf(order, total)) - sumOf(shown, column));
  const value = rest("total_discounts_tax_incl", "value");
  if (Number(value) === 0) return;
  const value_tax_excl = rest("total_discounts_tax_excl", "value_tax_excl");
  store.tables.insert("order_cart_rules", { id_order: order.id, name, value, value_tax_excl });
}

export function insertVoucher(store: Store, order: Row, { id, name, gross }: AppliedVoucher): void {
  const total = Number(valueOf(order, "total_discounts_tax_incl"));
  const share = total === 0 ? 0 : gross / total;
  const value_tax_excl = money(Number(valueOf(order, "total_discounts_tax_excl")) * share);
  const ids = { id_order: order.id, id_cart_rule: id };
  store.tables.insert("order_cart_rules", { ...ids, name, value: money(gross), value_tax_excl });
}
