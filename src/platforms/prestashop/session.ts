import { SyncError } from "../../domain/sync-error";
import type { PlatformDeps } from "../ports";
import type { SourceCredentials, SourceSession, SourceShop } from "../source";
import { checkAccess } from "./access";
import { readCarriers, toSourceCarriers } from "./carriers";
import { listCategories } from "./categories";
import { text } from "./json";
import { once } from "./once";
import { cancelOrder } from "./orders/cancel-order";
import { importOrder } from "./orders/import-order";
import { productReader } from "./products";
import { openClient, type ShopClient } from "./request";
import { readShipments } from "./shipments";
import { readShopFacts, type ShopFacts } from "./shop-facts";
import { readStock } from "./stock";

/**
 * A session with one shop. Facts of the shop and names of options and features are read once per session;
 * keep one session for all pages of a pull.
 */
export function openSession(credentials: SourceCredentials, deps: PlatformDeps): SourceSession {
  const client = openClient(credentials, deps);
  const facts = once(() => readShopFacts(client));
  const products = productReader(client, credentials.url, facts);
  return {
    checkAccess: () => checkAccess(client),
    readShop: async () => readShop(client, await facts()),
    pullPage: products.pullPage,
    pullProducts: products.pullProducts,
    listProductIds: products.listProductIds,
    listCategories: async () => listCategories(client, (await facts()).languageId),
    readStock: (productIds) => readStock(client, productIds),
    listCarriers: async () => toSourceCarriers(await readCarriers(client)),
    importOrder: async (draft, progress, remember) => {
      const { now, random } = deps;
      return importOrder({ client, facts: await facts(), now, random }, draft, progress, remember);
    },
    readShipments: async (orderIds) => readShipments(client, await facts(), orderIds),
    cancelOrder: async (orderId) => cancelOrder(client, await facts(), orderId),
  };
}

async function readShop(client: ShopClient, facts: ShopFacts): Promise<SourceShop> {
  const [country] = await client.list("countries", {
    display: "[id,iso_code]",
    "filter[id]": facts.countryId,
  });
  if (!country)
    throw new SyncError("merchant", "prestashop.setting_missing", {
      setting: "PS_COUNTRY_DEFAULT",
    });
  return {
    version: client.version(),
    shopName: facts.shopName,
    currency: facts.currency,
    timeZone: facts.timeZone,
    languageId: facts.languageId,
    country: text(country, "iso_code").toUpperCase(),
  };
}
