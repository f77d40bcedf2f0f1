/** PrestaShops of the simulator with their demo goods. */
import type { Flavour } from "../../../simulator/prestashop/data/schema";
import { createPrestaShop, type PrestaShop } from "../../../simulator/prestashop/prestashop";
import { memoryStorage } from "../../../simulator/storage";
import type { StoreUnderTest } from "./prestashop-harness";

const NOW = Date.UTC(2026, 10, 24, 12);
const KEY = "SIMULATEDKEY00000000000000000001";
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

/** A simulated store as the contracts want one; with a secret its module is there and paired. */
export function simulatedStore(
  flavour: (typeof FLAVOURS)[number],
  secret: string | undefined,
): StoreUnderTest {
  const now = () => NOW;
  const store = openSimulator({ flavour, baseUrl: STORE_URL, key: KEY, now });
  if (secret) store.configureModule({ webhookUrl: "https://weft.example/hook", secret });
  const { fetch } = store;
  return { url: STORE_URL, key: KEY, fetch, now, firstOrderNumber: 1, ...(secret && { secret }) };
}
