// The product as the webservice shows it: columns in their order, and its derived associations.
// The rules for saving a product are in catalogue/save-catalogue.ts.
import { valueOf, type Tables } from "../data/tables";
import type { Item, Row } from "../data/row";
import {
  BEFORE_9,
  bool,
  date,
  decimal,
  FROM_8,
  FROM_9,
  int,
  lingual,
  number,
  ONLY_17,
  ref,
  text,
  type Association,
  type Field,
  type Resource,
} from "../data/schema";
import { scattered } from "./list-order";

const combinationsOf = (row: Row, tables: Tables) =>
  tables.where("combinations", "id_product", row.id);

const defaultCombination = (row: Row, tables: Tables): number => {
  const all = combinationsOf(row, tables);
  const chosen = all.find((it) => valueOf(it, "default_on") === "1") ?? all[0];
  return Number(chosen?.id ?? 0);
};

const bundled = (row: Row): boolean => (row.links?.["product_bundle"]?.length ?? 0) > 0;

function productType(row: Row): string {
  if (bundled(row)) return "pack";
  return valueOf(row, "is_virtual") === "1" ? "virtual" : "simple";
}

function positionInCategory(row: Row, tables: Tables): string {
  const home = valueOf(row, "id_category_default");
  const siblings = tables
    .all("products")
    .filter((it) => it.links?.["categories"]?.some((link) => link["id"] === home));
  return String(valueOf(row, "position") || siblings.findIndex((it) => it.id === row.id) + 1);
}

const general: Field[] = [
  ref("id_manufacturer", "manufacturers"),
  ref("id_supplier", "suppliers"),
  ref("id_category_default", "categories"),
  text("new", { read: () => null }),
  int("cache_default_attribute", {
    read: (row, tables) => String(defaultCombination(row, tables)),
  }),
  int("id_default_image", {
    link: "images/products/{id}",
    dynamic: true,
    read: (row) => valueOf(row, "cover") || (row.links?.["images"]?.[0]?.["id"] ?? ""),
  }),
  // 1.7 shows the id as it is stored, and PHP's own 0 where there is none.
  int("id_default_combination", {
    only: ONLY_17,
    link: "combinations",
    dynamic: true,
    read: (row, tables) => {
      const id = defaultCombination(row, tables);
      return id === 0 ? 0 : String(id);
    },
  }),
  number("id_default_combination", {
    only: FROM_8,
    link: "combinations",
    dynamic: true,
    read: defaultCombination,
  }),
  ref("id_tax_rules_group", "tax_rule_groups"),
  int("position_in_category", { dynamic: true, read: positionInCategory }),
  text("manufacturer_name", {
    dynamic: true,
    readOnly: "refused",
    read: (row, tables) => {
      const maker = tables.get("manufacturers", valueOf(row, "id_manufacturer"));
      return maker ? valueOf(maker, "name") : false;
    },
  }),
  int("quantity", { dynamic: true, readOnly: "refused", read: () => "0" }),
  text("type", { dynamic: true, read: productType }),
  int("id_shop_default", { initial: "1", format: "isUnsignedId" }),
  text("reference", { maxSize: 64, format: "isReference" }),
  text("supplier_reference", { maxSize: 64, format: "isReference" }),
  text("location", { maxSize: 255, format: "isString" }),
  decimal("width", { format: "isUnsignedFloat" }),
  decimal("height", { format: "isUnsignedFloat" }),
  decimal("depth", { format: "isUnsignedFloat" }),
  decimal("weight", { format: "isUnsignedFloat" }),
  bool("quantity_discount", { format: "isBool" }),
  text("ean13", { maxSize: 13, format: "isEan13", only: BEFORE_9 }),
  text("ean13", { maxSize: 14, format: "isGtin", only: FROM_9 }),
  text("isbn", { maxSize: 32, format: "isIsbn" }),
  text("upc", { maxSize: 12, format: "isUpc" }),
  text("mpn", { maxSize: 40, format: "isMpn" }),
  bool("cache_is_pack", { format: "isBool" }),
  bool("cache_has_attachments", { format: "isBool" }),
  bool("is_virtual", { format: "isBool" }),
  int("state", { format: "isUnsignedId" }),
  int("additional_delivery_times", { initial: "1", format: "isUnsignedId" }),
];

const shipping: Field[] = [
  lingual("delivery_in_stock", { maxSize: 255, format: "isGenericName" }),
  lingual("delivery_out_stock", { maxSize: 255, format: "isGenericName" }),
];

const selling: Field[] = [
  text("product_type", { initial: "standard", format: "isGenericName" }),
  bool("on_sale", { format: "isBool" }),
  bool("online_only", { format: "isBool" }),
  decimal("ecotax", { format: "isPrice" }),
  int("minimal_quantity", { initial: "1", format: "isPositiveInt" }),
  int("low_stock_threshold", { only: ONLY_17, initial: null, format: "isInt" }),
  int("low_stock_threshold", { only: FROM_8, format: "isInt" }),
  bool("low_stock_alert", { format: "isBool" }),
  decimal("price", { required: true, format: "isPrice" }),
  decimal("wholesale_price", { format: "isPrice" }),
  text("unity", { format: "isString", only: BEFORE_9 }),
  text("unity", { maxSize: 255, format: "isString", only: FROM_9 }),
  decimal("unit_price", { only: FROM_8, format: "isPrice" }),
  decimal("unit_price_ratio"),
  decimal("additional_shipping_cost", { format: "isPrice" }),
  int("customizable", { format: "isUnsignedInt" }),
  int("text_fields", { format: "isUnsignedInt" }),
  int("uploadable_files", { format: "isUnsignedInt" }),
  bool("active", { format: "isBool" }),
  text("redirect_type", { format: "isString" }),
  int("id_type_redirected", { format: "isUnsignedId" }),
  bool("available_for_order", { initial: "1", format: "isBool" }),
  date("available_date", { initial: "0000-00-00", format: "isDateFormat" }),
  bool("show_condition", { format: "isBool" }),
  text("condition", { initial: "new", format: "isGenericName" }),
  bool("show_price", { initial: "1", format: "isBool" }),
  bool("indexed", { format: "isBool" }),
  text("visibility", { initial: "both", format: "isProductVisibility" }),
  bool("advanced_stock_management", { format: "isBool" }),
  date("date_add", { format: "isDate" }),
  date("date_upd", { format: "isDate" }),
  int("pack_stock_type", { initial: "3", format: "isUnsignedInt" }),
];

const wording: Field[] = [
  lingual("meta_description", { maxSize: 512, format: "isGenericName" }),
  lingual("meta_keywords", { maxSize: 255, format: "isGenericName", only: BEFORE_9 }),
  lingual("meta_title", { maxSize: 255, format: "isGenericName" }),
  lingual("link_rewrite", { maxSize: 128, format: "isLinkRewrite" }),
  lingual("name", { maxSize: 128, format: "isCatalogName" }),
  lingual("description", { maxSize: 4194303, format: "isCleanHtml" }),
  lingual("description_short", { maxSize: 4194303, format: "isCleanHtml" }),
  lingual("available_now", { maxSize: 255, format: "isGenericName" }),
  lingual("available_later", { maxSize: 255, format: "IsGenericName" }),
];

function optionValuesOf(row: Row, tables: Tables): Item[] {
  const ids = combinationsOf(row, tables).flatMap((it) =>
    (it.links?.["product_option_values"] ?? []).map((link) => link["id"] ?? ""),
  );
  return [...new Set(ids)].map((id) => ({ id }));
}

const associations: Association[] = [
  {
    name: "categories",
    node: "category",
    api: "categories",
    keys: { id: "int" },
    required: ["id"],
    writable: true,
  },
  { name: "images", node: "image", api: "images", keys: { id: "int" } },
  {
    name: "combinations",
    node: "combination",
    api: "combinations",
    keys: { id: "int" },
    required: ["id"],
    read: (row, tables) => combinationsOf(row, tables).map(({ id }) => ({ id })),
  },
  {
    name: "product_option_values",
    node: "product_option_value",
    api: "product_option_values",
    keys: { id: "int" },
    required: ["id"],
    read: optionValuesOf,
  },
  {
    name: "product_features",
    node: "product_feature",
    api: "product_features",
    keys: { id: "int", id_feature_value: "int" },
    required: ["id", "id_feature_value"],
    links: { id_feature_value: "product_feature_values" },
    writable: true,
  },
  { name: "tags", node: "tag", api: "tags", keys: { id: "int" }, required: ["id"], writable: true },
  {
    name: "stock_availables",
    node: "stock_available",
    api: "stock_availables",
    keys: { id: "int", id_product_attribute: "int" },
    required: ["id", "id_product_attribute"],
    read: (row, tables) =>
      tables.where("stock_availables", "id_product", row.id).map((it) => ({
        id: it.id,
        id_product_attribute: valueOf(it, "id_product_attribute") || "0",
      })),
  },
  {
    name: "attachments",
    node: "attachment",
    api: "attachments",
    keys: { id: "int" },
    required: ["id"],
  },
  {
    name: "accessories",
    node: "product",
    api: "products",
    keys: { id: "int" },
    required: ["id"],
    links: { id: "products" },
    writable: true,
  },
  {
    name: "product_bundle",
    node: "product",
    api: "products",
    keys: { id: "int", id_product_attribute: "int", quantity: "int" },
    required: ["id"],
    writable: true,
  },
];

export const products: Resource = {
  name: "products",
  node: "product",
  entity: "Product",
  description: "The products",
  fields: [...general, ...shipping, ...selling, ...wording],
  associations,
  listOrder: scattered,
};
