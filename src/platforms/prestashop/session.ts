import {
  AS_VISITORS,
  choiceKey,
  type ReadingChoice,
} from "../../domain/connections/reading-choice";
import { isStoreFresh, type SourceStore } from "../../domain/connections/source-store";
import type { Pack } from "../../domain/stock/pack";
import { SyncError } from "../../domain/errors/sync-error";
import type { PlatformDeps } from "../deps";
import type { ImportProgress, SourceCredentials, SourceSession } from "../source";
import { checkAccess } from "./access";
import { readCarriers, toSourceCarriers } from "./carriers";
import { listCategories } from "./categories";
import { readOtherLanguages } from "./languages";
import { openDictionary, readNames } from "./dictionary";
import { examine } from "./health/examine";
import { repair } from "./health/repair";
import { text, type Row } from "./json";
import { once } from "./once";
import { findModule } from "./module/find-module";
import { toLanguages, toStoreShop } from "./module/read-report";
import { endPairing } from "./module/end-pairing";
import { rotateSecret } from "./module/rotate-secret";
import { openModule } from "./module/open-module";
import { readModuleProductChanges } from "./module/read-changes";
import { readModuleChanges, readModuleStock } from "./module/read-stock";
import { cancelOrder } from "./orders/cancel-order";
import { changeOrder } from "./orders/change-order";
import { importByTransport } from "./orders/choose-transport";
import { importOrder } from "./orders/import-by-webservice";
import { markSent } from "./orders/mark-sent";
import { readOrderStates } from "./orders/order-states";
import { readRefunds } from "./orders/read-refunds";
import { countingPacks, countingProducts, readPacks } from "./packs";
import { readPriceEdges } from "./price-edges";
import { readProductChanges } from "./product-changes";
import { productReader } from "./products";
import { openClient, type StoreClient } from "./request";
import { listReadingChoices, readAsChosen, readGroupPercent } from "./reading";
import { findOrders } from "./orders/find-order";
import { readShipments } from "./shipments";
import { readStoreFacts, readsAlike, type StoreFacts } from "./store-facts";
import { areOfSeveral, shopUnknown, stockOf } from "./store-shop";
import { storePrices } from "./store-prices";
import { fromMemory, toMemory, type ProductFacts } from "./store-memory";
import { readStock } from "./stock";

/**
 * A session with one store. What `known` does not tell, or told too long ago, facts of the store
 * and names of options and features, is read once per session: keep one session for all pages of a
 * pull, or have its sessions share their `work`. Orders always rest on facts read by their own session. Stock, prices and orders go by the
 * module where the store has one, else through the webservice, like everything else.
 */
export function openSession(
  credentials: SourceCredentials,
  deps: PlatformDeps,
  known?: SourceStore,
  choice: ReadingChoice = AS_VISITORS,
): SourceSession {
  // Languages and the shop of an address hardly ever change: they are believed longer.
  const remembered = known && toMemory(known.memory);
  const client = openClient(credentials, deps, remembered?.keyInQuery);
  const hadModule = known?.hadModule ?? (known?.moduleVersion ? true : undefined);
  const module = openModule(
    deps,
    credentials,
    known && (known.moduleVersion ?? null),
    !known || hadModule === true,
  );
  const report = once(async () => module.tryRead(() => module.ask("health", {})));
  const askFacts = async () => {
    const askShop = async () => toStoreShop(await report());
    return readAsChosen(client, await readStoreFacts(client, credentials.url, askShop), choice);
  };
  const facts = once(askFacts);
  const isFresh = known && isStoreFresh(known, deps.now());
  const isAsChosen = remembered?.choice === choiceKey(choice);
  let memory = isFresh && isAsChosen ? remembered : undefined;
  const askProductFacts = once(async () => {
    const read = await facts();
    const groupPercent = await readGroupPercent(client, read);
    return { ...read, groupPercent, languages: remembered?.facts.languages };
  });
  const productFacts = async (): Promise<ProductFacts> =>
    memory?.facts ?? (await askProductFacts());
  const shop = async () => ((memory ?? remembered)?.facts ?? (await facts())).shop;
  /** Rows of several shops refute a memory of one; a deleted shop may have left its rows behind. */
  const pickStock = async (rows: readonly Row[]) => {
    const known = await shop();
    if (known || !areOfSeveral(rows)) return stockOf(rows, known);
    const { shop: found, shopId } = await facts();
    return stockOf(rows, found ?? shopUnknown(shopId));
  };
  const languageId = async () => (await productFacts()).languageId;
  const dictionary = openDictionary(client, languageId, () => memory?.names, deps.work);
  /** Where nobody keeps them, a fresh memory included, the store is asked once a session. */
  const askPacks = once(async () => readPacks(client, await facts()));
  let seenPacks: readonly Pack[] | undefined;
  const packs = async () => seenPacks ?? (memory ?? remembered)?.facts.packs ?? askPacks();
  const stock = countingPacks(
    async (ids) =>
      (await module.tryRead(() => readModuleStock(module, ids))) ??
      readStock(client, pickStock, ids),
    packs,
  );
  const prices = storePrices(client, module, productFacts);
  const products = productReader(
    client,
    credentials.url,
    productFacts,
    dictionary,
    pickStock,
    prices,
  );
  const countPacks = countingProducts(stock.readStock, packs, (found) => {
    seenPacks = found;
  });
  return {
    checkAccess: () => checkAccess(client, module.isThere),
    async readStore() {
      const readAt = deps.now();
      const read = await facts();
      const [country, names, found, languages, packs, groupPercent] = await Promise.all([
        readCountry(client, read),
        readNames(client, read.languageId),
        findModule(deps, credentials, known?.moduleVersion ?? null),
        readOtherLanguages(client, read.languageId, async () => toLanguages(await report())),
        readPacks(client, read),
        readGroupPercent(client, read),
      ]);
      module.note(found.version);
      seenPacks = undefined;
      memory = {
        facts: { ...read, groupPercent, languages, packs },
        names,
        choice: choiceKey(choice),
        keyInQuery: client.keyInQuery(),
      };
      const { shopName, currency, timeZone, languageId: language } = read;
      const adminPath = found.adminPath ?? (found.version && known?.adminPath);
      return {
        version: client.version(),
        shopName,
        ...toSourceShop(read),
        currency,
        choice: choiceKey(choice),
        timeZone,
        languageId: language,
        country,
        moduleVersion: found.version,
        moduleAbsence: found.reason,
        ...((hadModule || found.version) && { hadModule: true }),
        ...(adminPath && { adminPath }),
        readAt,
        memory: fromMemory(memory),
      };
    },
    pullPage: async (...given) => countPacks(await products.pullPage(...given)),
    pullProducts: async (ids) => countPacks(await products.pullProducts(ids)),
    listProductIds: products.listProductIds,
    listCategories: async () => listCategories(client, await languageId()),
    readStock: stock.readStock,
    readStockChanges: async (cursor) =>
      stock.ofChanges(
        (await module.tryRead(() => readModuleChanges(module, cursor))) ?? {
          levels: await readStock(client, pickStock),
          gone: [],
          cursor: null,
          isWhole: true,
          transport: "webservice",
        },
      ),
    readPrices: prices.read,
    readProductChanges: async (cursor) =>
      (await module.tryRead(() => readModuleProductChanges(module, cursor))) ??
      readProductChanges(client, (await productFacts()).timeZone, deps.now(), cursor),
    readPriceEdges: async (from, until) =>
      readPriceEdges(client, (await productFacts()).timeZone, from, until),
    async areSettingsKnown() {
      if (memory === undefined) return false;
      const read = await askFacts();
      return readsAlike(memory.facts, {
        ...read,
        groupPercent: await readGroupPercent(client, read),
      });
    },
    listCarriers: async () => toSourceCarriers(await readCarriers(client)),
    listReadingChoices: async () => listReadingChoices(client, await facts()),
    listOrderStates: async () => readOrderStates(client, await languageId()),
    importOrder: async (draft, progress, remember) => {
      const { now, random } = deps;
      const byWebservice = async (known: ImportProgress, note: typeof remember) =>
        importOrder(
          {
            client,
            facts: await facts(),
            now,
            random,
            readStock: (ids) => readStock(client, pickStock, ids),
          },
          draft,
          known,
          note,
        );
      return importByTransport({ module, byWebservice, now }, draft, progress, remember);
    },
    findOrders: (orderIds) => findOrders(client, orderIds),
    readShipments: async (orderIds) => readShipments(client, await facts(), orderIds),
    readRefunds: async (since, cursor) =>
      readRefunds(client, (await productFacts()).timeZone, since, cursor),
    rotateSecret: (next, hadModule) => rotateSecret(deps, credentials, next, hadModule),
    unpair: () => endPairing(module),
    flushEvents: () => module.tryRead(() => module.ask("flush", {})),
    cancelOrder: async (orderId) => cancelOrder(client, await facts(), orderId),
    changeOrder: (orderId, change) => changeOrder(client, orderId, change),
    markShipped: async (orderId) => markSent(client, await facts(), orderId, "shipped"),
    markDelivered: async (orderId) => markSent(client, await facts(), orderId, "delivered"),
    examine: (asked) =>
      examine(
        credentials,
        deps,
        { priceCurrency: choice.currency, ...asked },
        remembered?.keyInQuery,
      ),
    repair: (fix) => repair(deps, credentials, fix),
  };
}

function toSourceShop({ shop, isShopKnown }: StoreFacts): Pick<SourceStore, "shop"> {
  return shop ? { shop: { id: shop.id, name: shop.name, isKnown: isShopKnown } } : {};
}

/** ISO code of the store's own country. */
async function readCountry(client: StoreClient, facts: StoreFacts): Promise<string> {
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
