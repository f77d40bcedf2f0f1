// The store's own settings and geography: languages, currencies, countries, taxes, shops.
import { valueOf } from "../data/tables";
import {
  BEFORE_9,
  bool,
  date,
  decimal,
  FROM_9,
  int,
  lingual,
  ref,
  text,
  type Field,
  type Resource,
} from "../data/schema";

export const configurations: Resource = {
  name: "configurations",
  node: "configuration",
  entity: "Configuration",
  description: "Shop configuration",
  fields: [
    text("value"),
    text("name", { required: true, maxSize: 254, format: "isConfigName" }),
    text("id_shop_group", { format: "isUnsignedId" }),
    text("id_shop", { format: "isUnsignedId" }),
    date("date_add"),
    date("date_upd"),
  ],
};

// The language of the store itself was loaded before the request: 9 gives its flags as numbers.
const flags = (...names: string[]): Field[] =>
  names.flatMap((name) => [
    bool(name, { only: BEFORE_9, format: "isBool" }),
    bool(name, {
      only: FROM_9,
      format: "isBool",
      read: (row) => {
        const value = valueOf(row, name) || "0";
        return row.id === "1" ? Number(value) : value;
      },
    }),
  ]);

export const languages: Resource = {
  name: "languages",
  node: "language",
  entity: "Language",
  description: "Shop languages",
  fields: [
    text("name", { required: true, maxSize: 32, format: "isGenericName" }),
    text("iso_code", { required: true, maxSize: 2, format: "isLanguageIsoCode" }),
    text("locale", { maxSize: 5, format: "isLocale" }),
    text("language_code", { maxSize: 5, format: "isLanguageCode" }),
    ...flags("active", "is_rtl"),
    text("date_format_lite", { required: true, maxSize: 32, format: "isPhpDateFormat" }),
    text("date_format_full", { required: true, maxSize: 32, format: "isPhpDateFormat" }),
  ],
};

export const currencies: Resource = {
  name: "currencies",
  node: "currency",
  entity: "Currency",
  description: "The currencies",
  fields: [
    lingual("names"),
    text("name"),
    lingual("symbol"),
    text("iso_code", { required: true, maxSize: 3, format: "isLanguageIsoCode" }),
    text("numeric_iso_code", { maxSize: 3, format: "isNumericIsoCode" }),
    int("precision", { format: "isInt" }),
    decimal("conversion_rate", { required: true, format: "isUnsignedFloat" }),
    int("deleted", { format: "isBool" }),
    int("active", { format: "isBool" }),
    int("unofficial", { format: "isBool" }),
    int("modified", { format: "isBool" }),
    lingual("pattern"),
  ],
};

export const countries: Resource = {
  name: "countries",
  node: "country",
  entity: "Country",
  description: "The countries",
  fields: [
    ref("id_zone", "zones", { required: true }),
    ref("id_currency", "currencies"),
    int("call_prefix", { format: "isInt" }),
    text("iso_code", { required: true, maxSize: 3, format: "isLanguageIsoCode" }),
    bool("active", { format: "isBool" }),
    bool("contains_states", { required: true, format: "isBool" }),
    bool("need_identification_number", { required: true, format: "isBool" }),
    bool("need_zip_code", { format: "isBool" }),
    text("zip_code_format", { format: "isZipCodeFormat" }),
    bool("display_tax_label", { required: true, format: "isBool" }),
    lingual("name", { required: true, maxSize: 64, format: "isGenericName" }),
  ],
};

export const states: Resource = {
  name: "states",
  node: "state",
  entity: "State",
  description: "The available states of countries",
  fields: [
    ref("id_zone", "zones", { required: true }),
    ref("id_country", "countries", { required: true }),
    text("iso_code", { required: true, maxSize: 7, format: "isStateIsoCode" }),
    text("name", { required: true, maxSize: 80, format: "isGenericName" }),
    bool("active", { format: "isBool" }),
  ],
  listOrder: (rows) =>
    rows.toSorted((a, b) => Number(valueOf(a, "id_country")) - Number(valueOf(b, "id_country"))),
};

export const zones: Resource = {
  name: "zones",
  node: "zone",
  entity: "Zone",
  description: "The Countries zones",
  fields: [
    text("name", { required: true, maxSize: 64, format: "isGenericName" }),
    bool("active", { format: "isBool" }),
  ],
};

export const taxes: Resource = {
  name: "taxes",
  node: "tax",
  entity: "Tax",
  description: "The tax rate",
  fields: [
    decimal("rate", { scale: 3, required: true, format: "isFloat" }),
    bool("active"),
    bool("deleted"),
    lingual("name", { required: true, maxSize: 32, format: "isGenericName" }),
  ],
};

export const taxRuleGroups: Resource = {
  name: "tax_rule_groups",
  node: "tax_rule_group",
  entity: "TaxRulesGroup",
  description: "Tax rule groups",
  fields: [
    text("name", { required: true, maxSize: 64, format: "isGenericName" }),
    bool("active", { format: "isBool" }),
    bool("deleted", { format: "isBool" }),
    date("date_add", { format: "isDate" }),
    date("date_upd", { format: "isDate" }),
  ],
};

export const taxRules: Resource = {
  name: "tax_rules",
  node: "tax_rule",
  entity: "TaxRule",
  description: "Tax rules entity",
  fields: [
    ref("id_tax_rules_group", "tax_rule_groups", { required: true }),
    ref("id_state", "states"),
    ref("id_country", "countries", { required: true }),
    text("zipcode_from", { initial: "0", format: "isPostCode" }),
    text("zipcode_to", { initial: "0", format: "isPostCode" }),
    ref("id_tax", "taxes", { required: true }),
    int("behavior", { format: "isUnsignedInt" }),
    text("description", { format: "isString" }),
  ],
};

export const shops: Resource = {
  name: "shops",
  node: "shop",
  entity: "Shop",
  description: "Shops from multi-shop feature",
  fields: [
    ref("id_shop_group", "shop_groups", { required: true }),
    ref("id_category", "categories", { required: true }),
    int("active", { format: "isBool" }),
    int("deleted", { format: "isBool" }),
    text("name", { required: true, maxSize: 64, format: "isGenericName" }),
    text("color", { format: "isColor" }),
    text("theme_name", { format: "isThemeName" }),
  ],
};

export const shopGroups: Resource = {
  name: "shop_groups",
  node: "shop_group",
  entity: "ShopGroup",
  description: "Shop groups from multi-shop feature",
  fields: [
    text("name", { required: true, maxSize: 64, format: "isGenericName" }),
    text("color", { format: "isColor" }),
    int("share_customer", { format: "isBool" }),
    int("share_order", { format: "isBool" }),
    int("share_stock", { format: "isBool" }),
    int("active", { format: "isBool" }),
    int("deleted", { format: "isBool" }),
  ],
};

export const shopUrls: Resource = {
  name: "shop_urls",
  node: "shop_url",
  entity: "ShopUrl",
  description: "Shop URLs from multi-shop feature",
  fields: [
    ref("id_shop", "shops", { required: true }),
    bool("active", { format: "isBool" }),
    bool("main", { format: "isBool" }),
    text("domain", { required: true, maxSize: 255, format: "isCleanHtml" }),
    text("domain_ssl", { maxSize: 255, format: "isCleanHtml" }),
    text("physical_uri", { maxSize: 64, format: "isString" }),
    text("virtual_uri", { maxSize: 64, format: "isString" }),
  ],
};
