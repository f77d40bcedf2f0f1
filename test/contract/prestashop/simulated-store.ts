/** PrestaShops of the simulator with their demo goods. */
import type { Flavour } from "../../../simulator/prestashop/data/schema";
import { createPrestaShop, type PrestaShop } from "../../../simulator/prestashop/prestashop";
import { memoryStorage } from "../../../simulator/storage";
import type { SourceStore } from "../../../src/domain/connections/source-store";
import { keyPermissions } from "../../../src/platforms/prestashop/access";
import { prestashop } from "../../../src/platforms/prestashop/manifest";
import { depsOf, type StoreUnderTest } from "./prestashop-harness";

const NOW = Date.UTC(2026, 10, 24, 12);
export const STORE_KEY = "SIMULATEDKEY00000000000000000001";
const STORE_URL = "https://shop.example/store";

export const FLAVOURS = ["1.7.8.11", "8.2.1", "9.1.4"] as const;
/** Without the module, and with it under this secret. */
export const SECRETS = [undefined, "the-secret-of-a-paired-module-01"] as const;

interface SimulatedSetup {
  flavour: Flavour;
  baseUrl: string;
  /** Made with every permission. */
  key: string;
  now(): number;
  /** What Weft answers to an event of the module. */
  status?(): number;
}

/** The simulator alone: demo goods, one key, no module. */
export function openSimulator({ flavour, baseUrl, key, now, status }: SimulatedSetup): PrestaShop {
  const store = createPrestaShop({
    storage: memoryStorage(),
    clock: { now, advance: () => {} },
    flavour,
    baseUrl,
    deliver: async () => new Response(null, { status: status?.() ?? 204 }),
  });
  store.seedDemo();
  store.createWebserviceKey(key, "all");
  return store;
}

/** A simulated store and sessions with it, over its own network or another. */
export function openStore(flavour: Flavour) {
  const now = () => NOW;
  const store = openSimulator({ flavour, baseUrl: STORE_URL, key: STORE_KEY, now });
  const open = (known?: SourceStore, secret?: string, fetch = store.fetch, work?: object) =>
    prestashop.open(
      { url: STORE_URL, key: STORE_KEY, ...(secret && { secret }) },
      { ...depsOf({ now }, fetch), work },
      known,
    );
  return { store, open };
}

/** A key of the module, with the permissions that Weft asks for when it is paired. */
export const MODULE_KEY = "SIMULATEDKEY0000000000000MODULE1";

export function createModuleKey(store: PrestaShop, flavour: Flavour): void {
  const change = flavour.startsWith("1.7") ? "PUT" : "PATCH";
  const permissions = Object.entries(keyPermissions("0.3.0")).map(([resource, verbs]) => [
    resource,
    verbs.map((verb) => (verb === "PATCH" ? change : verb)),
  ]);
  store.createWebserviceKey(MODULE_KEY, Object.fromEntries(permissions));
}

/** A simulated store as the contracts want one; with a secret its module is there and paired. */
export function simulatedStore(
  flavour: (typeof FLAVOURS)[number],
  secret: string | undefined,
): StoreUnderTest {
  const now = () => NOW;
  const store = openSimulator({ flavour, baseUrl: STORE_URL, key: STORE_KEY, now });
  if (secret) store.configureModule({ webhookUrl: "https://weft.example/hook", secret });
  if (secret) createModuleKey(store, flavour);
  const { fetch } = store;
  return {
    url: STORE_URL,
    key: STORE_KEY,
    fetch,
    now,
    firstOrderNumber: 1,
    ...(secret && { secret, sessionKey: MODULE_KEY }),
  };
}
