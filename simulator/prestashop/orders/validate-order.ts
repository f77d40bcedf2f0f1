// A payment module builds the order from the cart. Of the body of POST /orders it reads only the paid
// total, the payment's name, the module and the cart.
import { BrokenAnswer } from "../failure";
import { moveQuantity, rowFor } from "../catalogue/stock";
import type { Draft } from "../draft";
import type { Row } from "../data/row";
import { is17, is9 } from "../data/versions";
import { groupIdOf } from "../shops";
import { inLanguage, localTime, setting, switches, type Store } from "../store";
import { valueOf } from "../data/tables";
import { roundPrice, type RoundMode } from "../prices/round";
import { taxIds, taxRate } from "../prices/tax";
import { automaticVouchers, type AppliedVoucher } from "./automatic-vouchers";
import { cartTotal, type CartLine, type CartTotal } from "./cart-total";
import { addPayment, changeState, payOff } from "./change-state";
import { dieAt } from "./die";
import { insertDiscount, insertVoucher } from "./discount-rows";
import { paymentModules } from "./payment-modules";

const ORDERED = "Cart cannot be loaded or an order has already been placed using this cart";

const money = (value: number) => value.toFixed(6);

function referenceOf(orderId: string): string {
  let seed = Math.imul(Number(orderId) + 1, 0x9e3779b1) >>> 0;
  const letter = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCharCode(65 + ((seed >>> 16) % 26));
  };
  return Array.from({ length: 9 }, letter).join("");
}

/** "Mug (Size:S - Color:White)"; from 9 on with a space after the colons. */
function lineName(store: Store, product: Row | undefined, variant: Row | undefined): string {
  const language = setting(store, "PS_LANG_DEFAULT");
  const name = inLanguage(product, "name", language);
  const values = (variant?.links?.["product_option_values"] ?? [])
    .map((link) => store.tables.get("product_option_values", link["id"] ?? ""))
    .map((value) => {
      const group = store.tables.get("product_options", valueOf(value, "id_attribute_group"));
      const colon = is9(store.flavour) ? ": " : ":";
      return `${inLanguage(group, "name", language)}${colon}${inLanguage(value, "name", language)}`;
    });
  return values.length === 0 ? name : `${name} (${values.join(" - ")})`;
}

const weightOf = (product: Row | undefined, variant: Row | undefined) =>
  Number(valueOf(product, "weight")) + Number(valueOf(variant, "weight"));

const quantityOf = (store: Store, { productId, combinationId }: CartLine): number =>
  Number(valueOf(rowFor(store, productId, combinationId), "quantity"));

/** A reduction by an amount, with and without the tax of the product; none for a percentage. */
function reductionAmounts(
  store: Store,
  { rule }: CartLine,
  group: string,
  countryId: string,
): Record<string, string> {
  if (!rule || valueOf(rule, "reduction_type") === "percentage") return {};
  const reduction = Number(valueOf(rule, "reduction"));
  const factor = 1 + taxRate(store, group, countryId) / 100;
  const hasTax = valueOf(rule, "reduction_tax") !== "0";
  const mode = Number(setting(store, "PS_PRICE_ROUND_MODE") || "2") as RoundMode;
  const cents = (value: number) => money(roundPrice(value, 2, mode));
  return {
    reduction_amount_tax_incl: cents(hasTax ? reduction : reduction * factor),
    reduction_amount_tax_excl: cents(hasTax ? reduction / factor : reduction),
  };
}

function insertLine(store: Store, order: Row, line: CartLine, countryId: string): void {
  const product = store.tables.get("products", line.productId);
  const variant = store.tables.get("combinations", line.combinationId);
  const own = (column: string) => valueOf(variant, column) || valueOf(product, column);
  const group = valueOf(product, "id_tax_rules_group");
  const isPercent = valueOf(line.rule, "reduction_type") === "percentage";
  const reduction = Number(valueOf(line.rule, "reduction"));
  const base = Number(valueOf(product, "price")) + Number(valueOf(variant, "price"));
  store.tables.insert(
    "order_details",
    {
      id_order: order.id,
      id_shop: store.shopId,
      product_id: line.productId,
      product_attribute_id: line.combinationId,
      product_name: lineName(store, product, variant),
      product_quantity: String(line.quantity),
      product_quantity_in_stock: String(Math.min(line.quantity, quantityOf(store, line))),
      product_price: money(line.unitNet),
      reduction_percent: isPercent ? (reduction * 100).toFixed(2) : "0.00",
      reduction_amount: isPercent ? "0.000000" : money(reduction),
      ...reductionAmounts(store, line, group, countryId),
      product_ean13: own("ean13"),
      product_isbn: own("isbn"),
      product_upc: own("upc"),
      product_mpn: own("mpn"),
      product_reference: own("reference"),
      product_supplier_reference: own("supplier_reference"),
      product_weight: money(weightOf(product, variant)),
      id_tax_rules_group: group || "0",
      unit_price_tax_incl: money(line.unitGross),
      unit_price_tax_excl: money(line.unitNet),
      total_price_tax_incl: money(line.totalGross),
      total_price_tax_excl: money(line.totalNet),
      purchase_supplier_price: valueOf(product, "wholesale_price") || "0.000000",
      original_product_price: money(base),
      original_wholesale_price: valueOf(product, "wholesale_price") || "0.000000",
    },
    { links: { taxes: taxIds(store, group, countryId).map((id) => ({ id })) } },
  );
}

const conversionRate = (store: Store, currencyId: string): string =>
  valueOf(store.tables.get("currencies", currencyId), "conversion_rate") || "1.000000";

/** A paid cart, and how its order is made. */
export interface PaidCart {
  cart: Row;
  total: CartTotal;
  /** Name of the payment module. */
  module: string;
  /** The payment's name as the back office shows it. */
  payment: string;
  paid: number;
  orderStateId: string;
  /** Whether the order lowers this store's stock. */
  takesStock: boolean;
  note?: string;
  /** What its discount consists of; absent: one row of the payment's name. */
  vouchers?: readonly AppliedVoucher[];
}

/** The columns that hold an order's amounts. */
export function amountsOf(total: Omit<CartTotal, "lines" | "countryId">): Record<string, string> {
  const { delivery } = total;
  const [net, gross] = [money(delivery.costNet), money(delivery.costGross)];
  return {
    total_discounts: money(total.discountGross),
    total_discounts_tax_incl: money(total.discountGross),
    total_discounts_tax_excl: money(total.discountNet),
    total_paid: money(total.paidGross),
    total_paid_tax_incl: money(total.paidGross),
    total_paid_tax_excl: money(total.paidNet),
    total_products: money(total.productsNet),
    total_products_wt: money(total.productsGross),
    total_shipping: gross,
    total_shipping_tax_incl: gross,
    total_shipping_tax_excl: net,
    carrier_tax_rate: delivery.taxRate.toFixed(3),
  };
}

function insertOrder(store: Store, { cart, total, module, payment, note = "" }: PaidCart): Row {
  const now = localTime(store);
  const column = (name: string) => valueOf(cart, name);
  const order = store.tables.insert("orders", {
    id_address_delivery: column("id_address_delivery"),
    id_address_invoice: column("id_address_invoice"),
    id_cart: cart.id,
    id_currency: column("id_currency"),
    id_lang: column("id_lang"),
    id_customer: column("id_customer"),
    id_carrier: total.delivery.carrierId,
    module,
    payment,
    note,
    id_shop: column("id_shop") || store.shopId,
    id_shop_group: column("id_shop_group") || groupIdOf(store),
    secure_key: column("secure_key"),
    ...amountsOf(total),
    total_paid_real: money(0),
    round_mode: setting(store, "PS_PRICE_ROUND_MODE"),
    round_type: setting(store, "PS_ROUND_TYPE"),
    conversion_rate: conversionRate(store, column("id_currency")),
    date_add: now,
    date_upd: now,
  });
  const values = { ...order.values, reference: referenceOf(order.id) };
  return store.tables.update("orders", { ...order, values });
}

function insertCarrier(store: Store, order: Row, total: CartTotal): void {
  if (total.delivery.carrierId === "0") return;
  const weight = total.lines.reduce((sum, line) => {
    const product = store.tables.get("products", line.productId);
    const variant = store.tables.get("combinations", line.combinationId);
    return sum + weightOf(product, variant) * line.quantity;
  }, 0);
  store.tables.insert("order_carriers", {
    id_order: order.id,
    id_carrier: total.delivery.carrierId,
    weight: money(weight),
    shipping_cost_tax_excl: money(total.delivery.costNet),
    shipping_cost_tax_incl: money(total.delivery.costGross),
    date_add: localTime(store),
  });
}

/**
 * PHP ends before a line: the store has taken the units of those before it, and of itself at "units", unless it
 * is the connector's order.
 */
function dieBeforeLine(store: Store, { total, module, takesStock }: PaidCart, line: number): void {
  const place = switches.deathPlace(store);
  const isHere = place === line || (place === "units" && line === 0);
  if (!isHere || switches.deaths(store) === 0) return;
  if (takesStock && module !== "weft")
    for (const taken of total.lines.slice(0, place === "units" ? 1 : line))
      moveQuantity(store, taken.productId, taken.combinationId, -taken.quantity);
  dieAt(store, place);
}

/** Makes the order of a cart with its lines, carrier and payment, and puts it into its state. */
export function buildOrder(store: Store, paidCart: PaidCart): Row {
  const { total, paid, payment, orderStateId } = paidCart;
  let order = insertOrder(store, paidCart);
  for (const [index, line] of total.lines.entries()) {
    dieBeforeLine(store, paidCart, index);
    insertLine(store, order, line, total.countryId);
  }
  insertCarrier(store, order, total);
  if (!paidCart.vouchers) insertDiscount(store, order, payment);
  for (const voucher of paidCart.vouchers ?? []) insertVoucher(store, order, voucher);
  // The connector's module takes the units itself, after the order is whole.
  const takeUnits = () => {
    if (!paidCart.takesStock) return;
    for (const line of total.lines)
      moveQuantity(store, line.productId, line.combinationId, -line.quantity);
  };
  const isOurs = paidCart.module === "weft";
  if (!isOurs) takeUnits();
  addPayment(store, order, paid, payment);
  dieAt(store, "payment");
  order = payOff(store, order, paid);
  dieAt(store, "hook");
  if (isOurs) takeUnits();
  if (!paidCart.takesStock) return changeState(store, order, orderStateId);
  const isShort = total.lines.some((line) => quantityOf(store, line) < 0);
  return toBackorder(store, changeState(store, order, orderStateId), isShort);
}

/** Moves an order that exceeds the stock to the backorder state: always in 1.7, later by a setting. */
function toBackorder(store: Store, order: Row, isShort: boolean): Row {
  const isOn = is17(store.flavour) || setting(store, "PS_ENABLE_BACKORDER_STATUS") === "1";
  if (!isOn || !isShort || setting(store, "PS_STOCK_MANAGEMENT") === "0") return order;
  const state = store.tables.get("order_states", valueOf(order, "current_state"));
  const isPaid = valueOf(state, "paid") === "1";
  const next = setting(store, isPaid ? "PS_OS_OUTOFSTOCK_PAID" : "PS_OS_OUTOFSTOCK_UNPAID");
  return changeState(store, order, next);
}

/** "The delivery address country is not active." */
function isCountryOff(store: Store, cart: Row): boolean {
  const address = store.tables.get("addresses", valueOf(cart, "id_address_delivery"));
  const country = store.tables.get("countries", valueOf(address, "id_country"));
  return valueOf(country, "active") === "0";
}

/**
 * Builds the order of a cart. A total that is not the cart's makes a "payment error" order that
 * takes no stock; a second order of one cart and an unknown payment module break the answer.
 */
export function validateOrder(store: Store, draft: Draft): Row {
  const module = String(draft.values["module"]);
  if (!paymentModules(store).includes(module)) throw new BrokenAnswer(500, "");
  const cart = store.tables.get("carts", String(draft.values["id_cart"]));
  if (!cart || store.tables.where("orders", "id_cart", cart.id).length > 0)
    throw new BrokenAnswer(500, is9(store.flavour) ? "" : ORDERED);
  if (isCountryOff(store, cart)) throw new BrokenAnswer(500, "");
  const vouchers = automaticVouchers(store, cartTotal(store, cart));
  const discountGross = vouchers.reduce((sum, { gross }) => sum + gross, 0);
  const total = cartTotal(store, cart, { discountGross });
  const paid = Number(draft.values["total_paid"]);
  const isRight = total.paidGross.toFixed(2) === paid.toFixed(2);
  const orderStateId = setting(store, isRight ? "PS_OS_WS_PAYMENT" : "PS_OS_ERROR");
  if (!store.tables.get("order_states", orderStateId)) throw new BrokenAnswer(500, "");
  // For an order in error PrestaShop checks the last line only, and only for a quantity below 0.
  const last = total.lines.at(-1);
  const wasShort = last !== undefined && quantityOf(store, last) < 0;
  const order = buildOrder(store, {
    cart,
    total,
    module,
    payment: String(draft.values["payment"]),
    paid,
    orderStateId,
    takesStock: isRight,
    vouchers,
  });
  return isRight ? order : toBackorder(store, order, wasShort);
}
