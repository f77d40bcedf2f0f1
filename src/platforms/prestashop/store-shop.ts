/**
 * One installation may hold several shops. The webservice answers settings and stock of all of them
 * to any address, so what belongs to the shop of ours is picked here.
 */
import { asSyncError } from "../../domain/errors/sync-error";
import { flag, text, type Row } from "./json";
import { listAll } from "./list-all";
import type { Query, StoreClient } from "./request";

/** The shop, of several, that an address answers for. */
export interface StoreShop {
  id: string;
  groupId: string;
  name: string;
  /** True when all shops of its group sell the same units. */
  sharesStock: boolean;
}

/**
 * The shop whose address this is, as the webservice tells; undefined where the key may not read
 * that, or where it is nobody's address. Three requests; only for an installation of several shops.
 */
export async function readShop(client: StoreClient, url: string): Promise<StoreShop | undefined> {
  const [urls, shops, groups] = await Promise.all([
    listIfAllowed(client, "shop_urls", { display: "full", "filter[active]": 1 }),
    listIfAllowed(client, "shops", { display: "[id,id_shop_group,name]" }),
    listIfAllowed(client, "shop_groups", { display: "[id,share_stock]" }),
  ]);
  const shopId = urls?.find((row) => isAddressOf(row, url));
  const shop = shops?.find((row) => shopId && text(row, "id") === text(shopId, "id_shop"));
  const group = groups?.find((row) => shop && text(row, "id") === text(shop, "id_shop_group"));
  if (!shop || !group) return undefined;
  return {
    id: text(shop, "id"),
    groupId: text(group, "id"),
    name: text(shop, "name"),
    sharesStock: flag(group, "share_stock"),
  };
}

/** Undefined where the key may not read the resource; a key made before 0.3 may not. */
export async function listIfAllowed(
  client: StoreClient,
  resource: string,
  query: Query,
): Promise<readonly Row[] | undefined> {
  try {
    return await listAll(client, resource, query);
  } catch (caught) {
    if (asSyncError(caught).code !== "prestashop.permission_missing") throw caught;
    return undefined;
  }
}

function isAddressOf(row: Row, url: string): boolean {
  const { host, pathname } = new URL(url);
  const folders = `/${text(row, "physical_uri")}/${text(row, "virtual_uri")}/`;
  const isFolder = folders.replaceAll(/\/+/g, "/") === `${pathname}/`.replaceAll(/\/+/g, "/");
  return isFolder && [text(row, "domain"), text(row, "domain_ssl")].includes(host);
}

/**
 * Settings by name. A row of this shop counts before one of its group, that before the row of all
 * shops; rows of other shops never count. Empty values are left out.
 */
export function settingsOf(
  rows: readonly Row[],
  shop: Pick<StoreShop, "id" | "groupId"> | undefined,
): ReadonlyMap<string, string> {
  const idIn = (row: Row, field: string) => text(row, field).replace(/^0$/, "");
  const isGlobal = (row: Row) => idIn(row, "id_shop") === "" && idIn(row, "id_shop_group") === "";
  const isOfGroup = (row: Row) =>
    idIn(row, "id_shop") === "" && idIn(row, "id_shop_group") === shop?.groupId;
  const isOwn = (row: Row) => shop !== undefined && idIn(row, "id_shop") === shop.id;
  const values = new Map<string, string>();
  for (const holds of [isGlobal, isOfGroup, isOwn])
    for (const row of rows)
      if (holds(row) && text(row, "value") !== "")
        values.set(text(row, "name"), text(row, "value"));
  return values;
}

/** Which rows of `stock_availables` count the units of this shop; all where there is but one. */
export function stockOf(
  rows: readonly Row[],
  shop: Pick<StoreShop, "id" | "groupId" | "sharesStock"> | undefined,
): readonly Row[] {
  if (!shop) return rows;
  return rows.filter((row) =>
    shop.sharesStock
      ? text(row, "id_shop") === "0" && text(row, "id_shop_group") === shop.groupId
      : text(row, "id_shop") === shop.id,
  );
}

/** Whether rows of `stock_availables` are of several shops, or of groups of them. */
export function areOfSeveral(rows: readonly Row[]): boolean {
  const [first, ...others] = rows.map(shopOfRow);
  return others.some((shop) => shop !== first);
}

/** The shop or group that a row of `stock_availables` belongs to. */
export const shopOfRow = (row: Row): string =>
  `${text(row, "id_shop")} ${text(row, "id_shop_group")}`;

/** The default shop of an installation whose shops nobody tells apart. */
export function shopUnknown(defaultShopId: string): StoreShop {
  return { id: defaultShopId, groupId: "", name: "", sharesStock: false };
}
