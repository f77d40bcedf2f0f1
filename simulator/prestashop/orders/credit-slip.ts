// A refund as the back office books it (OrderSlip::create): a credit slip of the order, whose state stays
// as it is.
import type { Row } from "../data/row";
import { localTime, type Store } from "../store";
import { valueOf } from "../data/tables";

export interface GivenBack {
  /** Tax included. */
  products?: number;
  shipping?: number;
  /** What the merchant typed in place of the products' sum. */
  typed?: number;
}

export function addCreditSlip(store: Store, order: Row, given: GivenBack): string {
  const { products = 0, shipping = 0, typed } = given;
  const money = (value: number) => value.toFixed(6);
  const gross = Number(valueOf(order, "total_products_wt")) || 1;
  const net = (products * Number(valueOf(order, "total_products"))) / gross;
  const slip = store.tables.insert("order_slip", {
    id_customer: valueOf(order, "id_customer"),
    id_order: order.id,
    conversion_rate: valueOf(order, "conversion_rate") || "1.000000",
    total_products_tax_excl: money(net),
    total_products_tax_incl: money(products),
    total_shipping_tax_excl: money(shipping),
    total_shipping_tax_incl: money(shipping),
    amount: money(typed ?? net),
    shipping_cost_amount: money(shipping),
    partial: "0",
    order_slip_type: typed === undefined && shipping === 0 ? "0" : "2",
    date_add: localTime(store),
    date_upd: localTime(store),
  });
  store.notify({ type: "order.state_changed", id: order.id });
  return slip.id;
}
