import { brandOf } from "../categories/brands";
import { attributesOf, rulesOf } from "../categories/attributes";
import { categoryChain, categoryOf, categoryView } from "../categories/tree";
import type { Context } from "../context";
import { present, record, records, text, type Fields } from "../fields";
import { imageView } from "../media/images";
import { fromMinor } from "../money";
import { marketOf } from "../markets/markets";
import type { Shop } from "../shops/shop";
import { findSku, shownStatus, type Product, type Sku } from "./product";

/** A price as it is read: local prices contain the tax of the market. */
function priceView(sku: Sku, shop: Shop): Fields {
  const rate = marketOf(shop.region).taxIncludedBasisPoints;
  const exclusive = Math.round((sku.priceMinor * 10_000) / (10_000 + rate));
  return {
    currency: sku.currency,
    sale_price: fromMinor(sku.priceMinor, sku.currency),
    tax_exclusive_price: fromMinor(exclusive, sku.currency),
  };
}

/** Price, stock and state of a SKU, as lists and details share them. */
export function offerView(context: Context, shop: Shop, sku: Fields): Fields {
  const row = findSku(context, text(sku["id"]));
  if (!row) return { id: sku["id"], seller_sku: text(sku["seller_sku"]) };
  const list =
    row.listPriceMinor === undefined
      ? undefined
      : { amount: fromMinor(row.listPriceMinor, row.currency), currency: row.currency };
  return present({
    id: row.id,
    seller_sku: row.sellerSku,
    price: priceView(row, shop),
    list_price: list,
    inventory: row.stock.map((stock) =>
      present({
        warehouse_id: stock.warehouseId,
        quantity: stock.available,
        handling_time: stock.handlingTime,
      }),
    ),
    status_info: { status: "NORMAL" },
  });
}

function salesAttributeView(context: Context, attribute: Fields): Fields {
  const uri = text(record(attribute["sku_img"])["uri"]);
  const extra = records(attribute["supplementary_sku_images"]);
  return present({
    id: attribute["id"],
    name: attribute["name"],
    value_id: attribute["value_id"],
    value_name: attribute["value_name"],
    sku_img: uri === "" ? undefined : imageView(context, uri),
    supplementary_sku_images: extra.length
      ? extra.map((image) => imageView(context, text(image["uri"])))
      : undefined,
  });
}

function skuView(context: Context, shop: Shop, sku: Fields): Fields {
  const attributes = records(sku["sales_attributes"]);
  return present({
    ...offerView(context, shop, sku),
    external_sku_id: sku["external_sku_id"],
    identifier_code: sku["identifier_code"],
    external_urls: sku["external_urls"],
    sales_attributes: attributes.map((attribute) => salesAttributeView(context, attribute)),
  });
}

function attributeViews(content: Fields): Fields[] {
  const category = categoryOf(text(content["category_id"]));
  const known = category ? attributesOf(category) : [];
  return records(content["product_attributes"]).map((given) => {
    const attribute = known.find((row) => row.id === given["id"]);
    const values = records(given["values"]).map((value) => {
      const listed = attribute?.values.find((row) => row.id === value["id"]);
      return present({ id: value["id"], name: listed?.name ?? value["name"] });
    });
    return { id: given["id"], name: attribute?.name ?? "", values };
  });
}

function certificateViews(context: Context, shop: Shop, content: Fields): Fields[] {
  const category = categoryOf(text(content["category_id"]));
  const rules = category ? rulesOf(category, marketOf(shop.region)).certifications : [];
  return records(content["certifications"]).map((given) =>
    present({
      id: given["id"],
      title: rules.find((rule) => rule.id === given["id"])?.name ?? "",
      images: records(given["images"]).map((image) => imageView(context, text(image["uri"]))),
      files: records(given["files"]),
      expiration_date: given["expiration_date"],
    }),
  );
}

/** Fields that come back as they were given. */
const ECHOED = [
  "package_weight",
  "package_dimensions",
  "external_product_id",
  "is_cod_allowed",
  "manufacturer_ids",
  "responsible_person_ids",
  "minimum_order_quantity",
  "shipping_template_id",
  "is_not_for_sale",
  "is_pre_owned",
  "key_product_features",
  "search_terms",
];

/** The detail of a product, in the version the caller asked for. */
export function productView(
  context: Context,
  shop: Shop,
  product: Product,
  content: Fields,
): Fields {
  const brandId = text(content["brand_id"]);
  const brand = brandId ? brandOf(context, shop.sellerId, brandId) : undefined;
  const chart = text(record(record(content["size_chart"])["image"])["uri"]);
  const echoed = Object.fromEntries(ECHOED.map((name) => [name, content[name]]));
  return present({
    id: product.id,
    status: shownStatus(product),
    product_status: product.productStatus,
    title: text(content["title"]),
    description: text(content["description"]),
    category_chains: categoryChain(text(content["category_id"])).map(categoryView),
    brand: brand && { id: brand.id, name: brand.name },
    main_images: records(content["main_images"]).map((image) =>
      imageView(context, text(image["uri"])),
    ),
    skus: records(content["skus"]).map((sku) => skuView(context, shop, sku)),
    product_attributes: attributeViews(content),
    certifications: certificateViews(context, shop, content),
    size_chart: chart === "" ? undefined : { image: imageView(context, chart) },
    ...echoed,
    ...auditView(product),
    has_draft: product.productStatus === "DRAFT",
    is_replicated: false,
    create_time: product.createTime,
    update_time: product.updateTime,
  });
}

/** The audit's state and, when it failed, why. */
export function auditView(product: Product): Fields {
  const { status, reasons } = product.audit;
  const failed = { position: "title", reasons, suggestions: [], listing_platform: "TIKTOK_SHOP" };
  return {
    audit: { status, pre_approved_reasons: [] },
    audit_failed_reasons: status === "FAILED" ? [failed] : [],
  };
}
