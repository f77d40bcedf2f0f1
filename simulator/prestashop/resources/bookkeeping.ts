// The money side of orders: payments, invoices and credit slips.
import { bool, FROM_8, date, decimal, int, ref, text, type Resource } from "../data/schema";

const money = (name: string) => decimal(name, { format: "isPrice" });

export const orderPayments: Resource = {
  name: "order_payments",
  node: "order_payment",
  entity: "OrderPayment",
  description: "The Order payments",
  fields: [
    text("order_reference", { format: "isAnything" }),
    ref("id_currency", "currencies", { required: true }),
    decimal("amount", { required: true, format: "isNegativePrice" }),
    text("payment_method", { format: "isGenericName" }),
    decimal("conversion_rate", { format: "isFloat" }),
    text("transaction_id", { maxSize: 254, format: "isAnything" }),
    text("card_number", { format: "isAnything" }),
    text("card_brand", { format: "isAnything" }),
    text("card_expiration", { format: "isAnything" }),
    text("card_holder", { format: "isAnything" }),
    date("date_add", { format: "isDate" }),
    text("id_employee", { only: FROM_8 }),
  ],
};

export const orderInvoices: Resource = {
  name: "order_invoices",
  node: "order_invoice",
  entity: "OrderInvoice",
  description: "The Order invoices",
  fields: [
    ref("id_order", "orders", { required: true }),
    int("number", { required: true, format: "isUnsignedId" }),
    int("delivery_number", { format: "isUnsignedId" }),
    date("delivery_date", { format: "isDateFormat" }),
    money("total_discount_tax_excl"),
    money("total_discount_tax_incl"),
    money("total_paid_tax_excl"),
    money("total_paid_tax_incl"),
    money("total_products"),
    money("total_products_wt"),
    money("total_shipping_tax_excl"),
    money("total_shipping_tax_incl"),
    int("shipping_tax_computation_method"),
    money("total_wrapping_tax_excl"),
    money("total_wrapping_tax_incl"),
    text("shop_address", { format: "isCleanHtml" }),
    text("note", { format: "isCleanHtml" }),
    date("date_add", { format: "isDate" }),
  ],
};

export const orderSlip: Resource = {
  name: "order_slip",
  node: "order_slip",
  listName: "order_slips",
  entity: "OrderSlip",
  description: "The Order slips",
  fields: [
    ref("id_customer", "customers", { required: true }),
    ref("id_order", "orders", { required: true }),
    decimal("conversion_rate", { required: true, format: "isFloat" }),
    money("total_products_tax_excl"),
    money("total_products_tax_incl"),
    money("total_shipping_tax_excl"),
    money("total_shipping_tax_incl"),
    money("amount"),
    money("shipping_cost_amount"),
    bool("partial", { format: "isBool" }),
    date("date_add"),
    date("date_upd"),
    int("order_slip_type", { format: "isInt" }),
  ],
};
