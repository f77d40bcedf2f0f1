// Buyers and what they are about to buy: customers, addresses, carts, groups.
// The rules of creating them are in orders/.
import { valueOf } from "../data/tables";
import { bool, date, decimal, int, number, ref, text, type Resource } from "../data/schema";

export const customers: Resource = {
  name: "customers",
  node: "customer",
  entity: "Customer",
  description: "The e-shop's customers",
  fields: [
    ref("id_default_group", "groups"),
    ref("id_lang", "languages"),
    date("newsletter_date_add"),
    text("ip_registration_newsletter"),
    date("last_passwd_gen", { readOnly: true }),
    text("secure_key", { readOnly: true, format: "isMd5" }),
    bool("deleted", { format: "isBool" }),
    text("passwd", { required: true, maxSize: 255, format: "isHashedPassword" }),
    text("lastname", { required: true, maxSize: 255, format: "isCustomerName" }),
    text("firstname", { required: true, maxSize: 255, format: "isCustomerName" }),
    text("email", { required: true, maxSize: 255, format: "isEmail" }),
    int("id_gender", { format: "isUnsignedId" }),
    date("birthday", { initial: "0000-00-00", format: "isBirthDate" }),
    bool("newsletter", { format: "isBool" }),
    bool("optin", { format: "isBool" }),
    text("website", { format: "isUrl" }),
    text("company", { format: "isGenericName" }),
    text("siret", { format: "isGenericName" }),
    text("ape", { format: "isApe" }),
    decimal("outstanding_allow_amount", { format: "isFloat" }),
    bool("show_public_prices", { format: "isUnsignedId" }),
    int("id_risk", { format: "isUnsignedInt" }),
    int("max_payment_days", { format: "isUnsignedInt" }),
    bool("active", { format: "isBool" }),
    text("note"),
    bool("is_guest", { format: "isBool" }),
    int("id_shop", { initial: "1" }),
    int("id_shop_group", { initial: "1" }),
    date("date_add", { format: "isDate" }),
    date("date_upd", { format: "isDate" }),
    text("reset_password_token"),
    date("reset_password_validity"),
  ],
  associations: [
    {
      name: "groups",
      node: "group",
      api: "groups",
      keys: { id: "int" },
      required: ["id"],
      writable: true,
    },
  ],
};

const warehouse = (only: "8.2.1" | "9.1.4") =>
  int("id_warehouse", { only, format: "isNullOrUnsignedId" });

export const addresses: Resource = {
  name: "addresses",
  node: "address",
  entity: "Address",
  description: "The Customer, Brand and Customer addresses",
  fields: [
    ref("id_customer", "customers", { format: "isNullOrUnsignedId" }),
    ref("id_manufacturer", "manufacturers", { format: "isNullOrUnsignedId" }),
    ref("id_supplier", "suppliers", { format: "isNullOrUnsignedId" }),
    warehouse("8.2.1"),
    ref("id_country", "countries", { required: true }),
    ref("id_state", "states", { format: "isNullOrUnsignedId" }),
    warehouse("9.1.4"),
    text("alias", { required: true, maxSize: 32, format: "isGenericName" }),
    text("company", { maxSize: 255, format: "isGenericName" }),
    text("lastname", { required: true, maxSize: 255, format: "isName" }),
    text("firstname", { required: true, maxSize: 255, format: "isName" }),
    text("vat_number", { format: "isGenericName" }),
    text("address1", { required: true, maxSize: 128, format: "isAddress" }),
    text("address2", { maxSize: 128, format: "isAddress" }),
    text("postcode", { maxSize: 12, format: "isPostCode" }),
    text("city", { required: true, maxSize: 64, format: "isCityName" }),
    text("other", { maxSize: 300, format: "isMessage" }),
    text("phone", { maxSize: 32, format: "isPhoneNumber" }),
    text("phone_mobile", { maxSize: 32, format: "isPhoneNumber" }),
    text("dni", { maxSize: 16, format: "isDniLite" }),
    bool("deleted", { format: "isBool" }),
    date("date_add", { format: "isDate" }),
    date("date_upd", { format: "isDate" }),
  ],
  listOrder: (rows) =>
    rows.toSorted((a, b) => Number(valueOf(a, "id_customer")) - Number(valueOf(b, "id_customer"))),
};

export const carts: Resource = {
  name: "carts",
  node: "cart",
  entity: "Cart",
  description: "Customer's carts",
  fields: [
    ref("id_address_delivery", "addresses"),
    ref("id_address_invoice", "addresses"),
    ref("id_currency", "currencies", { required: true }),
    ref("id_customer", "customers"),
    ref("id_guest", "guests"),
    ref("id_lang", "languages", { required: true }),
    int("id_shop_group", { format: "isUnsignedId" }),
    int("id_shop", { format: "isUnsignedId" }),
    ref("id_carrier", "carriers"),
    bool("recyclable", { format: "isBool" }),
    bool("gift", { format: "isBool" }),
    text("gift_message", { format: "isCleanHtml" }),
    bool("mobile_theme", { format: "isBool" }),
    text("delivery_option"),
    text("secure_key", { maxSize: 32 }),
    bool("allow_seperated_package", { format: "isBool" }),
    date("date_add", { format: "isDate" }),
    date("date_upd", { format: "isDate" }),
  ],
  associations: [
    {
      name: "cart_rows",
      node: "cart_row",
      keys: {
        id_product: "int",
        id_product_attribute: "int",
        id_address_delivery: "int",
        id_customization: "int",
        quantity: "int",
      },
      required: ["id_product", "id_product_attribute", "id_address_delivery", "quantity"],
      links: { id_product: "products", id_product_attribute: "combinations" },
      writable: true,
    },
  ],
};

export const groups: Resource = {
  name: "groups",
  node: "group",
  entity: "Group",
  description: "The customer's groups",
  fields: [
    decimal("reduction", { scale: 2, format: "isFloat" }),
    int("price_display_method", { required: true, format: "isPriceDisplayMethod" }),
    bool("show_prices", { initial: "1", format: "isBool" }),
    date("date_add"),
    date("date_upd"),
    text("name", { i18n: true, required: true, maxSize: 32, format: "isGenericName" }),
  ],
};

export const specificPrices: Resource = {
  name: "specific_prices",
  node: "specific_price",
  entity: "SpecificPrice",
  description: "Specific price management",
  fields: [
    ref("id_shop_group", "shop_groups"),
    ref("id_shop", "shops", { required: true }),
    ref("id_cart", "carts", { required: true }),
    ref("id_product", "products", { required: true }),
    ref("id_product_attribute", "product_attributes"),
    ref("id_currency", "currencies", { required: true }),
    ref("id_country", "countries", { required: true }),
    ref("id_group", "groups", { required: true }),
    ref("id_customer", "customers", { required: true }),
    ref("id_specific_price_rule", "specific_price_rules"),
    decimal("price", { required: true, format: "isNegativePrice" }),
    int("from_quantity", { required: true, initial: "1", format: "isUnsignedInt" }),
    decimal("reduction", { required: true, format: "isPrice" }),
    int("reduction_tax", { required: true, initial: "1", format: "isBool" }),
    text("reduction_type", { required: true, initial: "amount", format: "isReductionType" }),
    date("from", { required: true, format: "isDateFormat" }),
    date("to", { required: true, format: "isDateFormat" }),
  ],
};

export const carriers: Resource = {
  name: "carriers",
  node: "carrier",
  entity: "Carrier",
  description: "The Carriers",
  fields: [
    bool("deleted", { format: "isBool" }),
    bool("is_module"),
    number("id_tax_rules_group", { dynamic: true, link: "tax_rule_groups" }),
    int("id_reference"),
    text("name", { required: true, maxSize: 64, format: "isCarrierName" }),
    bool("active", { required: true, format: "isBool" }),
    bool("is_free", { format: "isBool" }),
    text("url", { format: "isAbsoluteUrl" }),
    bool("shipping_handling", { initial: "1", format: "isBool" }),
    text("shipping_external", { initial: "0" }),
    bool("range_behavior", { format: "isBool" }),
    int("shipping_method", {
      format: "isUnsignedInt",
      // Stored 0 means "as the shop is set"; PHP then puts the number 1 in its place.
      read: (row) => {
        const method = row.values["shipping_method"];
        return typeof method === "string" && method !== "0" ? method : 1;
      },
    }),
    int("max_width", { format: "isUnsignedInt" }),
    int("max_height", { format: "isUnsignedInt" }),
    int("max_depth", { format: "isUnsignedInt" }),
    decimal("max_weight", { format: "isFloat" }),
    int("grade", { format: "isUnsignedInt" }),
    text("external_module_name", { maxSize: 64 }),
    text("need_range", { initial: "0" }),
    int("position"),
    text("delay", { i18n: true, required: true, maxSize: 512, format: "isGenericName" }),
  ],
};
