import type { SourceShop } from "../../domain/source-shop";
import { SyncError } from "../../domain/sync-error";
import type { PlatformDeps } from "../ports";
import type { SourceCredentials, SourceSession } from "../source";
import { checkAccess } from "./access";
import { readCarriers, toSourceCarriers } from "./carriers";
import { listCategories } from "./categories";
import { openDictionary, readNames } from "./dictionary";
import { text } from "./json";
import { once } from "./once";
import { findModule } from "./module/find-module";
import { rotateSecret } from "./module/rotate-secret";
import { cancelOrder } from "./orders/cancel-order";
import { importOrder } from "./orders/import-order";
import { readOrderStates } from "./orders/order-states";
import { productReader } from "./products";
import { openClient, type ShopClient } from "./request";
import { readShipments } from "./shipments";
import { readShopFacts, type ShopFacts } from "./shop-facts";
import { fromMemory, toMemory } from "./shop-memory";
import { readStock } from "./stock";

/**
 * A session with one shop. What `known` does not tell, facts of the shop and names of options and
 * features, is read once per session: keep one session for all pages of a pull. Orders always rest
 * on facts read by their own session.
 */
export function openSession(
  credentials: SourceCredentials,
  deps: PlatformDeps,
  known?: SourceShop,
): SourceSession {
  const client = openClient(credentials, deps);
  const facts = once(() => readShopFacts(client));
  let memory = known && toMemory(known.memory);
  const productFacts = async () => memory?.facts ?? facts();
  const languageId = async () => (await productFacts()).languageId;
  const dictionary = openDictionary(client, languageId, () => memory?.names);
  const products = productReader(client, credentials.url, productFacts, dictionary);
  return {
    checkAccess: () => checkAccess(client),
    async readShop() {
      const readAt = deps.now();
      const shop = await facts();
      const [country, names, moduleVersion] = await Promise.all([
        readCountry(client, shop),
        readNames(client, shop.languageId),
        findModule(deps, credentials, known?.moduleVersion ?? null),
      ]);
      memory = { facts: shop, names };
      const { shopName, currency, timeZone, languageId: language } = shop;
      return {
        version: client.version(),
        shopName,
        currency,
        timeZone,
        languageId: language,
        country,
        moduleVersion,
        readAt,
        memory: fromMemory(memory),
      };
    },
    pullPage: products.pullPage,
    pullProducts: products.pullProducts,
    listProductIds: products.listProductIds,
    listCategories: async () => listCategories(client, await languageId()),
    readStock: (productIds) => readStock(client, productIds),
    listCarriers: async () => toSourceCarriers(await readCarriers(client)),
    listOrderStates: async () => readOrderStates(client, await languageId()),
    importOrder: async (draft, progress, remember) => {
      const { now, random } = deps;
      return importOrder({ client, facts: await facts(), now, random }, draft, progress, remember);
    },
    readShipments: async (orderIds) => readShipments(client, await facts(), orderIds),
    rotateSecret: (next, hadModule) => rotateSecret(deps, credentials, next, hadModule),
    cancelOrder: async (orderId) => cancelOrder(client, await facts(), orderId),
  };
}

/** ISO code of the shop's own country. */
async function readCountry(client: ShopClient, facts: ShopFacts): Promise<string> {
  const [country] = await client.list("countries", {
    display: "[id,iso_code]",
    "filter[id]": facts.countryId,
  });
  if (!country)
    throw new SyncError("merchant", "prestashop.setting_missing", {
      setting: "PS_COUNTRY_DEFAULT",
    });
  return text(country, "iso_code").toUpperCase();
}
