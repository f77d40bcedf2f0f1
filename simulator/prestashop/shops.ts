// The shops of one installation. The webservice answers under the address of each, in its context:
// its own settings, prices and orders; stock is its own or that of its group.
import type { Row, Stored } from "./data/row";
import { valueOf, type Tables } from "./data/tables";
import { MAIN_SHOP, putSetting, type Store } from "./store";

export interface ShopOptions {
  /** The group it is put into; that of the main shop when absent. */
  groupId?: string;
  /** Rows of `configurations` of its own, by name. */
  settings?: Readonly<Record<string, string>>;
}

/** As of another shop: its own settings, and stock of its own for every product. */
const OTHER_SETTINGS = { PS_TIMEZONE: "America/New_York", PS_WEIGHT_UNIT: "g" };
const OTHER_STOCK = "77";
/** Columns of a product that each shop has for itself, in rows of this name. */
const PRODUCT_OF_SHOP = "product_shop";

export const groupIdOf = ({ tables, shopId }: Pick<Store, "tables" | "shopId">): string =>
  valueOf(tables.get("shops", shopId), "id_shop_group") || "1";

export function sharesStock(store: Store): boolean {
  return valueOf(store.tables.get("shop_groups", groupIdOf(store)), "share_stock") === "1";
}

/** A row of stock that counts for the shop of the request; a row of no shop is the main one's. */
export function isStockOfShop(store: Store, row: Row): boolean {
  const shopId = valueOf(row, "id_shop");
  if (sharesStock(store))
    return shopId === "0" && valueOf(row, "id_shop_group") === groupIdOf(store);
  return shopId === store.shopId || (shopId === "" && store.shopId === MAIN_SHOP);
}

/** What a new row of stock says of its shop. */
export function stockShopOf(store: Store): Record<string, string> {
  if (sharesStock(store)) return { id_shop: "0", id_shop_group: groupIdOf(store) };
  return store.shopId === MAIN_SHOP ? {} : { id_shop: store.shopId, id_shop_group: "0" };
}

/** Whether a list shows an order or a customer: those of the shop, or of all that share them. */
export function isShownIn(store: Store, row: Row, shares: "share_order" | "share_customer") {
  const shopId = valueOf(row, "id_shop") || MAIN_SHOP;
  if (shopId === store.shopId) return true;
  const groupId = groupIdOf(store);
  const isOfGroup = groupIdOf({ tables: store.tables, shopId }) === groupId;
  return isOfGroup && valueOf(store.tables.get("shop_groups", groupId), shares) === "1";
}

/** Adds a shop with an address below the main one's, and makes the installation one of several. */
export function addShop(store: Store, name: string, options: ShopOptions = {}): string {
  const { groupId = groupIdOf(store), settings = OTHER_SETTINGS } = options;
  const { id } = store.tables.insert("shops", {
    id_shop_group: groupId,
    id_category: "2",
    active: "1",
    name,
    theme_name: "classic",
  });
  const main = store.tables.where("shop_urls", "id_shop", MAIN_SHOP)[0];
  const values = { ...main?.values, id_shop: id, virtual_uri: `${name.toLowerCase()}/` };
  store.tables.insert("shop_urls", values);
  for (const [setting, value] of Object.entries({ ...settings, PS_SHOP_NAME: name }))
    store.tables.insert("configurations", {
      name: setting,
      value,
      id_shop: id,
      id_shop_group: groupId,
    });
  addStock(store, id);
  putSetting(store, "PS_MULTISHOP_FEATURE_ACTIVE", "1");
  return id;
}

/** Stock for every product; none is added where its group has one already. */
function addStock(store: Store, shopId: string): void {
  const shop = { ...store, shopId };
  const all = store.tables.all("stock_availables");
  if (all.some((row) => isStockOfShop(shop, row))) return;
  for (const row of all.filter((it) => valueOf(it, "id_shop") === ""))
    store.tables.insert("stock_availables", {
      ...row.values,
      ...stockShopOf(shop),
      quantity: OTHER_STOCK,
    });
}

/** What a product is in one shop only: its price, whether it is active. */
export function setInShop(
  store: Store,
  shopId: string,
  productId: string,
  values: Record<string, Stored>,
): void {
  store.tables.insert(PRODUCT_OF_SHOP, { ...values, id_shop: shopId, id_product: productId });
}

/** The shop whose address below the store's folder a path begins with. */
export function shopAt({ tables }: Store, path: string): { shopId: string; folder: string } {
  const found = tables.all("shop_urls").find((row) => {
    const folder = valueOf(row, "virtual_uri");
    return folder !== "" && `${path}/`.startsWith(folder);
  });
  const folder = valueOf(found, "virtual_uri");
  return { shopId: valueOf(found, "id_shop") || MAIN_SHOP, folder };
}

/** The store in the context of one of its shops. */
export function storeOfShop(store: Store, shopId: string, folder: string): Store {
  if (shopId === store.shopId) return store;
  const baseUrl = `${store.baseUrl}/${folder.replace(/\/$/, "")}`;
  return { ...store, shopId, baseUrl, tables: tablesOfShop(store.tables, shopId) };
}

/** Products are read with the columns of the shop over those that all shops have. */
function tablesOfShop(tables: Tables, shopId: string): Tables {
  const inShop = (row: Row): Row => {
    const own = tables
      .where(PRODUCT_OF_SHOP, "id_product", row.id)
      .find((it) => valueOf(it, "id_shop") === shopId);
    if (!own) return row;
    const { id_shop: _shop, id_product: _product, ...values } = own.values;
    return { ...row, values: { ...row.values, ...values } };
  };
  const isProduct = (resource: string) => resource === "products";
  return {
    ...tables,
    all: (resource) =>
      isProduct(resource) ? tables.all(resource).map(inShop) : tables.all(resource),
    get: (resource, id) => {
      const row = tables.get(resource, id);
      return row && isProduct(resource) ? inShop(row) : row;
    },
    where: (resource, column, value) => {
      const rows = tables.where(resource, column, value);
      return isProduct(resource) ? rows.map(inShop) : rows;
    },
  };
}
