/**
 * Reads what the checks look at: a dozen small requests, as many at once as the store bears. None
 * of them changes the store; the module is asked to send a test event, which our own side books. A
 * read that fails spoils its own part only. It judges nothing.
 */
import type { Part } from "../../../domain/health/finding";
import { asSyncError, type SyncError } from "../../../domain/errors/sync-error";
import { watch } from "../../http/record-exchanges";
import type { PlatformDeps } from "../../deps";
import type { SourceCredentials, SourceExamination } from "../../source";
import { checkAccess } from "../access";
import { once } from "../once";
import { readCurrencies } from "../currencies";
import { listAll } from "../list-all";
import { callModule } from "../module/call-module";
import { openClient, type Query, type StoreClient } from "../request";
import { attributeFailure } from "./attribute-failures";
import type { Evidence, Fault, Health, Reader, Rows } from "./evidence";
import { readLanguage, readPlace, reportedByModule } from "./places";
import { settingsOf } from "../store-shop";
import { readSettings } from "./settings";
import { trialOrder } from "./trial-order";

/** A store that needs longer for a few rows of settings is as good as down. */
const TIMEOUT_MS = 6_000;

/** Checks behind which the module cannot be reached either. */
const OUTER_CONNECTIVITY_CHECKS = new Set([
  "store.tls",
  "store.reachable",
  "store.firewall",
  "store.address",
]);

interface Asks {
  deps: PlatformDeps;
  credentials: SourceCredentials;
  asked: SourceExamination;
  faults: Fault[];
  read: Reader;
}

export async function gather(
  credentials: SourceCredentials,
  outside: PlatformDeps,
  asked: SourceExamination,
  keyInQuery: boolean | undefined,
): Promise<Evidence> {
  const timeoutMs = Math.min(outside.timeoutMs, TIMEOUT_MS);
  const { deps, exchanges } = watch({ ...outside, timeoutMs });
  const faults: Fault[] = [];
  const read = openReader(credentials.key, faults);
  const asks: Asks = { deps, credentials, asked, faults, read };
  const now = deps.now();
  const askModule = once(() => readModule(asks));
  const access = await read.needed(async () => {
    const client = openClient(credentials, deps, keyInQuery);
    const hasModule = async () => "value" in (await askModule()).health;
    return { client, access: await checkAccess(client, hasModule) };
  });
  const module = await askModule();
  const [store, testEvent] = await Promise.all([
    readStore(asks, access, module.health),
    readTestEvent(asks, module.health),
  ]);
  const trial = await readTrial(asks, module.health, store.products, now);
  return {
    url: credentials.url,
    key: credentials.key,
    asked,
    now,
    faults,
    exchanges,
    access: "value" in access ? { value: access.value.access } : access,
    ...store,
    module: module.health,
    moduleFault: module.fault,
    clockSkewMs: module.skewMs ?? exchanges.flatMap((one) => one.clockSkewMs ?? []).at(-1),
    testEvent,
    trial,
  };
}

function openReader(key: string, faults: Fault[]): Reader {
  const read = async <T>(reading: () => Promise<T>, isOptional: boolean): Promise<Part<T>> => {
    try {
      return { value: await reading() };
    } catch (caught) {
      const error = asSyncError(caught);
      if (isOptional && error.code === "prestashop.permission_missing")
        return { because: "module.present" };
      const attributed = attributeFailure(error, key);
      faults.push({ attributed, error });
      return { because: attributed };
    }
  };
  return {
    needed: (reading) => read(reading, false),
    optional: (reading) => read(reading, true),
  };
}

interface ModuleStatus {
  health: Part<Health>;
  fault?: SyncError;
  skewMs?: number;
}

/** The module is asked even where the webservice is off: it can switch it on. */
async function readModule({ deps, credentials, asked, faults }: Asks): Promise<ModuleStatus> {
  const locked = faults.find(({ attributed }) => OUTER_CONNECTIVITY_CHECKS.has(attributed));
  if (locked) return { health: { because: locked.attributed } };
  try {
    const countries = asked.market ? [asked.market.country] : [];
    const value = await callModule(deps, credentials, "health", { countries });
    return { health: { value }, skewMs: value.shop.now - deps.now() };
  } catch (caught) {
    return toModuleStatus(asSyncError(caught));
  }
}

function toModuleStatus(fault: SyncError): ModuleStatus {
  switch (fault.code) {
    case "prestashop.module_unpaired":
      return { health: { because: "module.paired" }, fault };
    case "prestashop.module_clock": {
      const skewMs = Number(fault.facts["skewSeconds"]) * 1000;
      return { health: { because: "store.clock" }, fault, skewMs };
    }
    default:
      // Not there, or covered by something that answers instead of it.
      return { health: { because: "module.present" }, fault };
  }
}

/** The module sends the event while it is asked; whether it came in is for others to say. */
async function readTestEvent(
  { deps, credentials }: Asks,
  health: Part<Health>,
): Promise<Evidence["testEvent"]> {
  if (!("value" in health)) return health;
  try {
    return { value: await callModule(deps, credentials, "test-event", {}) };
  } catch (caught) {
    return { value: { status: 0, eventId: "", error: asSyncError(caught).code } };
  }
}

/** Nothing of it stays in the store, so there is none where the database takes nothing back. */
async function readTrial(
  { deps, credentials, asked }: Asks,
  health: Part<Health>,
  products: Rows,
  now: number,
): Promise<Evidence["trial"]> {
  if (!("value" in health)) return health;
  const { withoutTransactions } = health.value.tables;
  if (withoutTransactions && withoutTransactions.length > 0)
    return { because: "store.transactions" };
  if (!("value" in products)) return products;
  const [product] = products.value;
  if (!product) return { because: "store.catalogue" };
  const trial = trialOrder(product, asked, now);
  if (!trial) return { because: "channel.token" };
  const { expectedMinor } = trial;
  try {
    const total = await callModule(deps, credentials, "cart-total", trial.asked);
    return { value: { expectedMinor, total } };
  } catch (caught) {
    return { value: { expectedMinor, refused: asSyncError(caught) } };
  }
}

type StoreParts = Pick<
  Evidence,
  "settings" | "shop" | "currencies" | "carriers" | "states" | "products" | "language" | "place"
>;

async function readStore(
  { asked, read, credentials }: Asks,
  access: Part<{ client: StoreClient }>,
  module: Part<Health>,
): Promise<StoreParts> {
  const country = asked.market?.country;
  const reported = reportedByModule(module, country);
  if (!("value" in access)) return lockedParts(access, reported);
  const { client } = access.value;
  const list = (resource: string, query: Query): Promise<Rows> =>
    read.needed(() => listAll(client, resource, query));
  const reading = readSettings(client, read, credentials.url, module);
  const [{ settings, shop }, currencies, carriers, states, products, place] = await Promise.all([
    reading,
    read.needed(() => readCurrencies(client, () => ownCurrency(client))),
    reading.then((read) =>
      list("carriers", {
        display: "[id,id_reference,name,delay,active,deleted]",
        language: ownLanguage(read.settings),
      }),
    ),
    list("order_states", { display: "[id,paid,shipped,deleted]" }),
    read.needed(() =>
      client.list("products", {
        display: "[id,id_default_combination,minimal_quantity]",
        sort: "[id_ASC]",
        limit: 1,
        "filter[active]": 1,
      }),
    ),
    reported.place ?? (country ? readPlace(client, read, country) : { because: "channel.token" }),
  ]);
  const language = reported.language ?? (await languageOf(client, read, settings));
  return { settings, shop, currencies, carriers, states, products, place, language };
}

/** Asked for only where the currencies cannot be read together. */
async function ownCurrency(client: StoreClient): Promise<string> {
  const display = "[name,value,id_shop,id_shop_group]";
  const query = { display, "filter[name]": "PS_CURRENCY_DEFAULT" };
  const rows = await client.list("configurations", query);
  return settingsOf(rows, undefined).get("PS_CURRENCY_DEFAULT") ?? "";
}

async function languageOf(
  client: StoreClient,
  read: Reader,
  settings: StoreParts["settings"],
): Promise<StoreParts["language"]> {
  if (!("value" in settings)) return settings;
  const id = ownLanguage(settings);
  return id ? readLanguage(client, read, id) : { value: undefined };
}

const ownLanguage = (settings: StoreParts["settings"]): string | undefined =>
  "value" in settings ? settings.value.get("PS_LANG_DEFAULT") : undefined;

/** Without the webservice only the module's word is left. */
function lockedParts(
  locked: { because: string },
  { language, place }: ReturnType<typeof reportedByModule>,
): StoreParts {
  return {
    settings: locked,
    shop: locked,
    currencies: locked,
    carriers: locked,
    states: locked,
    products: locked,
    language: language ?? locked,
    place: place ?? locked,
  };
}
