// Vouchers, and the rows that show the discount of an order.
import { bool, date, decimal, int, lingual, ref, text, type Resource } from "../data/schema";

export const cartRules: Resource = {
  name: "cart_rules",
  node: "cart_rule",
  entity: "CartRule",
  description: "Cart rules management",
  fields: [
    ref("id_customer", "customers"),
    date("date_from", { required: true, format: "isDate" }),
    date("date_to", { required: true, format: "isDate" }),
    text("description", { format: "isCleanHtml" }),
    int("quantity", { format: "isUnsignedInt" }),
    int("quantity_per_user", { format: "isUnsignedInt" }),
    int("priority", { format: "isUnsignedInt" }),
    bool("partial_use", { format: "isBool" }),
    text("code", { maxSize: 254, format: "isCleanHtml" }),
    bool("free_shipping", { format: "isBool" }),
    decimal("reduction_percent", { scale: 2, format: "isPercentage" }),
    decimal("reduction_amount", { format: "isFloat" }),
    bool("active", { format: "isBool" }),
    date("date_add", { format: "isDate" }),
    date("date_upd", { format: "isDate" }),
    lingual("name", { required: true, maxSize: 254 }),
  ],
};

export const orderCartRules: Resource = {
  name: "order_cart_rules",
  node: "order_cart_rule",
  entity: "OrderCartRule",
  description: "The Order cart rules",
  fields: [
    ref("id_order", "orders", { required: true, format: "isUnsignedId" }),
    int("id_cart_rule", { required: true, format: "isUnsignedId" }),
    int("id_order_invoice", { format: "isUnsignedId" }),
    text("name", { required: true }),
    decimal("value", { required: true, format: "isFloat" }),
    decimal("value_tax_excl", { required: true, format: "isFloat" }),
    bool("free_shipping", { format: "isBool" }),
    bool("deleted", { format: "isBool" }),
  ],
};
