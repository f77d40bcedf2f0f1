// Variants, stock, options, features, categories, manufacturers and discounts: their columns and reads.
// The rules for saving them are in catalogue/.
import { valueOf, type Tables } from "../data/tables";
import type { Row } from "../data/row";
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
  type Resource,
} from "../data/schema";

const quantityOf = (row: Row, tables: Tables): number => {
  const rows = tables.where("stock_availables", "id_product_attribute", row.id);
  return Number(valueOf(rows[0], "quantity"));
};

export const combinations: Resource = {
  name: "combinations",
  node: "combination",
  entity: "Combination",
  description: "The product combinations",
  fields: [
    ref("id_product", "products", { required: true }),
    text("location", { only: ONLY_17, maxSize: 255, format: "isString" }),
    text("ean13", { maxSize: 13, format: "isEan13", only: BEFORE_9 }),
    text("ean13", { maxSize: 14, format: "isGtin", only: FROM_9 }),
    text("isbn", { maxSize: 32, format: "isIsbn" }),
    text("upc", { maxSize: 12, format: "isUpc" }),
    text("mpn", { maxSize: 40, format: "isMpn" }),
    number("quantity", { only: ONLY_17, read: quantityOf }),
    text("reference", { maxSize: 64, format: "isReference" }),
    text("supplier_reference", { maxSize: 64, format: "isReference" }),
    decimal("wholesale_price", { format: "isPrice" }),
    decimal("price", { format: "isNegativePrice" }),
    decimal("ecotax", { format: "isPrice" }),
    decimal("weight", { format: "isFloat" }),
    decimal("unit_price_impact", { format: "isNegativePrice" }),
    int("minimal_quantity", { initial: "1", required: true, format: "isPositiveInt" }),
    int("low_stock_threshold", { only: ONLY_17, initial: null, format: "isInt" }),
    int("low_stock_threshold", { only: FROM_8, format: "isInt" }),
    bool("low_stock_alert", { format: "isBool" }),
    text("default_on", { format: "isBool" }),
    date("available_date", { initial: "0000-00-00", format: "isDateFormat" }),
    lingual("available_now", { only: FROM_8, maxSize: 255, format: "isGenericName" }),
    lingual("available_later", { only: FROM_8, maxSize: 255, format: "isGenericName" }),
  ],
  associations: [
    {
      name: "product_option_values",
      node: "product_option_value",
      api: "product_option_values",
      keys: { id: "int" },
      required: ["id"],
      writable: true,
    },
    { name: "images", node: "image", api: "images/products", keys: { id: "int" }, writable: true },
  ],
};

export const stockAvailables: Resource = {
  name: "stock_availables",
  node: "stock_available",
  entity: "StockAvailable",
  description: "Available quantities",
  fields: [
    ref("id_product", "products", { required: true }),
    ref("id_product_attribute", "combinations", { required: true }),
    ref("id_shop", "shops", { initial: "1" }),
    ref("id_shop_group", "shop_groups"),
    int("quantity", { required: true, format: "isInt" }),
    bool("depends_on_stock", { required: true, format: "isBool" }),
    int("out_of_stock", { required: true, initial: "2", format: "isInt" }),
    text("location", { maxSize: 255, format: "isString" }),
  ],
  forbidden: ["POST", "DELETE"],
  hides: "stock of other shops",
  listOrder: (rows) =>
    rows.toSorted(
      (a, b) =>
        Number(valueOf(a, "id_product")) - Number(valueOf(b, "id_product")) ||
        Number(valueOf(a, "id_product_attribute")) - Number(valueOf(b, "id_product_attribute")),
    ),
};

export const productOptions: Resource = {
  name: "product_options",
  node: "product_option",
  entity: "AttributeGroup",
  description: "The product options",
  fields: [
    bool("is_color_group", { format: "isBool" }),
    text("group_type", { required: true, format: "isString" }),
    int("position", { format: "isInt" }),
    lingual("name", { required: true, maxSize: 128, format: "isGenericName" }),
    lingual("public_name", { required: true, maxSize: 64, format: "isGenericName" }),
  ],
  associations: [
    {
      name: "product_option_values",
      node: "product_option_value",
      api: "product_option_values",
      keys: { id: "int" },
      read: (row, tables) =>
        tables
          .where("product_option_values", "id_attribute_group", row.id)
          .map(({ id }) => ({ id })),
    },
  ],
};

export const productOptionValues: Resource = {
  name: "product_option_values",
  node: "product_option_value",
  entity: "Attribute",
  description: "The product options value",
  fields: [
    ref("id_attribute_group", "product_options", { required: true }),
    text("color", { format: "isColor" }),
    int("position", { format: "isInt" }),
    lingual("name", { required: true, maxSize: 128, format: "isGenericName" }),
  ],
};

export const productFeatures: Resource = {
  name: "product_features",
  node: "product_feature",
  entity: "Feature",
  description: "The product features",
  fields: [
    int("position", { format: "isInt" }),
    lingual("name", { required: true, maxSize: 128, format: "isGenericName" }),
  ],
};

export const productFeatureValues: Resource = {
  name: "product_feature_values",
  node: "product_feature_value",
  entity: "FeatureValue",
  description: "The product feature values",
  fields: [
    ref("id_feature", "product_features", { required: true }),
    bool("custom", { format: "isBool" }),
    int("position", { only: FROM_9, format: "isInt" }),
    lingual("value", { required: true, maxSize: 255, format: "isGenericName" }),
  ],
};

const children = (row: Row, tables: Tables) => tables.where("categories", "id_parent", row.id);

const inCategory = (id: string, tables: Tables) =>
  tables
    .all("products")
    .filter((it) => it.links?.["categories"]?.some((link) => link["id"] === id));

function productsBelow(row: Row, tables: Tables): number {
  const found = new Set<string>();
  const visit = (id: string) => {
    for (const product of inCategory(id, tables)) found.add(product.id);
    for (const child of tables.where("categories", "id_parent", id)) visit(child.id);
  };
  visit(row.id);
  return found.size;
}

export const categories: Resource = {
  name: "categories",
  node: "category",
  entity: "Category",
  description: "The product categories",
  fields: [
    ref("id_parent", "categories"),
    int("level_depth", { readOnly: "refused", format: "isUnsignedInt" }),
    int("nb_products_recursive", {
      dynamic: true,
      readOnly: "refused",
      read: (row, tables) => String(productsBelow(row, tables)),
    }),
    bool("active", { required: true, format: "isBool" }),
    int("id_shop_default", { initial: "1", format: "isUnsignedId" }),
    bool("is_root_category", { format: "isBool" }),
    int("position"),
    text("redirect_type", { only: FROM_9, initial: "301", format: "isString" }),
    int("id_type_redirected", { only: FROM_9, format: "isUnsignedId" }),
    date("date_add", { format: "isDate" }),
    date("date_upd", { format: "isDate" }),
    lingual("name", { required: true, maxSize: 128, format: "isCatalogName" }),
    lingual("link_rewrite", { required: true, maxSize: 128, format: "isLinkRewrite" }),
    lingual("description", { format: "isCleanHtml" }),
    lingual("additional_description", { only: FROM_8, format: "isCleanHtml" }),
    lingual("meta_title", { maxSize: 255, format: "isGenericName" }),
    lingual("meta_description", { maxSize: 512, format: "isGenericName" }),
    lingual("meta_keywords", { only: BEFORE_9, maxSize: 255, format: "isGenericName" }),
  ],
  associations: [
    {
      name: "categories",
      node: "category",
      api: "categories",
      keys: { id: "int" },
      read: (row, tables) => children(row, tables).map(({ id }) => ({ id })),
    },
    {
      name: "products",
      node: "product",
      api: "products",
      keys: { id: "int" },
      read: (row, tables) => inCategory(row.id, tables).map(({ id }) => ({ id })),
    },
  ],
};

export const manufacturers: Resource = {
  name: "manufacturers",
  node: "manufacturer",
  entity: "Manufacturer",
  description: "The product brands",
  fields: [
    bool("active", { format: "isBool" }),
    text("link_rewrite", { readOnly: "refused", dynamic: true }),
    text("name", { required: true, maxSize: 64, format: "isCatalogName" }),
    date("date_add"),
    date("date_upd"),
    lingual("description", { format: "isCleanHtml" }),
    lingual("short_description", { format: "isCleanHtml" }),
    lingual("meta_title", { maxSize: 255, format: "isGenericName" }),
    lingual("meta_description", { maxSize: 512, format: "isGenericName" }),
    lingual("meta_keywords", { only: BEFORE_9, format: "isGenericName" }),
  ],
  associations: [
    {
      name: "addresses",
      node: "address",
      api: "addresses",
      keys: { id: "int" },
      read: (row, tables) =>
        tables.where("addresses", "id_manufacturer", row.id).map(({ id }) => ({ id })),
    },
  ],
};

export const suppliers: Resource = {
  name: "suppliers",
  node: "supplier",
  entity: "Supplier",
  description: "The product suppliers",
  fields: [
    text("link_rewrite", { readOnly: "refused", dynamic: true }),
    text("name", { required: true, maxSize: 64, format: "isCatalogName" }),
    bool("active", { format: "isBool" }),
    date("date_add"),
    date("date_upd"),
    lingual("description", { format: "isGenericName" }),
    lingual("meta_title", { maxSize: 255, format: "isGenericName" }),
    lingual("meta_description", { maxSize: 512, format: "isGenericName" }),
    lingual("meta_keywords", { only: BEFORE_9, maxSize: 255, format: "isGenericName" }),
  ],
};
