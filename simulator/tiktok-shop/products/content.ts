// Turns an accepted body into what is stored: SKUs get ids, custom names get ids, prices and stock
// go to their own rows. It checks nothing.
import { attributesOf } from "../categories/attributes";
import { categoryOf } from "../categories/tree";
import { nextId, type Context } from "../context";
import { record, records, text, whole, type Fields } from "../fields";
import { toMinor } from "../money";
import type { Shop } from "../shops/shop";
import { findSku, putSku, type Sku, type StockRow } from "./product";

/** Fields of the call that are no part of the product. */
const CALL_FIELDS = new Set(["save_mode", "idempotency_key", "category_version"]);

/** The content of a body, with the SKU rows written. */
export function storeContent(
  context: Context,
  shop: Shop,
  productId: string,
  body: Fields,
): Fields {
  const kept = Object.entries(body).filter(([name]) => !CALL_FIELDS.has(name));
  const skus = records(body["skus"]).map((sku) => storeSku(context, shop, productId, body, sku));
  return { ...Object.fromEntries(kept), skus };
}

function storeSku(
  context: Context,
  shop: Shop,
  productId: string,
  body: Fields,
  given: Fields,
): Fields {
  const { price, inventory, list_price, ...rest } = given;
  const before = findSku(context, text(given["id"]));
  const id = before?.id ?? nextId(context, "sku");
  const amount = record(price);
  const currency = text(amount["currency"]) || (before?.currency ?? "");
  const listed = record(list_price);
  const sku: Sku = {
    id,
    productId,
    shopId: shop.id,
    sellerSku: text(given["seller_sku"]),
    currency,
    priceMinor: toMinor(text(amount["amount"]), currency) ?? before?.priceMinor ?? 0,
    stock: stockRows(records(inventory), before?.stock ?? []),
    locked: before?.locked ?? false,
  };
  const listPriceMinor = toMinor(text(listed["amount"]), currency) ?? before?.listPriceMinor;
  putSku(context, listPriceMinor === undefined ? sku : { ...sku, listPriceMinor });
  const attributes = records(given["sales_attributes"]).map((attribute) =>
    namedAttribute(context, body, attribute),
  );
  return { ...rest, id, sales_attributes: attributes };
}

/** Stock rows after absolute quantities were given; what orders hold stays as it was. */
export function stockRows(given: readonly Fields[], before: readonly StockRow[]): StockRow[] {
  if (given.length === 0) return [...before];
  return given.map((row) => {
    const warehouseId = text(row["warehouse_id"]);
    const old = before.find((stock) => stock.warehouseId === warehouseId);
    const handlingTime = whole(row["handling_time"]) ?? old?.handlingTime;
    const base = {
      warehouseId,
      available: whole(row["quantity"]) ?? 0,
      committed: old?.committed ?? 0,
    };
    return handlingTime === undefined ? base : { ...base, handlingTime };
  });
}

/** An attribute with both ids and both names, however it was given. */
function namedAttribute(context: Context, body: Fields, given: Fields): Fields {
  const category = categoryOf(text(body["category_id"]));
  const known = (category ? attributesOf(category) : []).filter(
    (attribute) => attribute.type === "SALES_PROPERTY",
  );
  const wanted = text(given["name"]);
  const builtIn = known.find((row) => row.id === given["id"] || row.name === wanted);
  const id =
    builtIn?.id ?? (text(given["id"]) || customId(context, "tts:custom-attribute", wanted));
  const name = builtIn?.name ?? context.storage.get<string>("tts:custom-attribute", id) ?? wanted;
  const valueName = text(given["value_name"]);
  const value = builtIn?.values.find(
    (row) => row.id === given["value_id"] || row.name === valueName,
  );
  const valueId =
    value?.id ?? (text(given["value_id"]) || customId(context, "tts:custom-value", valueName));
  const shownValue = value?.name ?? context.storage.get<string>("tts:custom-value", valueId);
  return { ...given, id, name, value_id: valueId, value_name: shownValue ?? valueName };
}

/** The id of a custom name; the same name keeps its id. */
function customId(context: Context, collection: string, name: string): string {
  const index = `${collection}-by-name`;
  const found = context.storage.get<string>(index, name);
  if (found) return found;
  const id = nextId(context, "value");
  context.storage.put(index, name, id);
  context.storage.put(collection, id, name);
  return id;
}
