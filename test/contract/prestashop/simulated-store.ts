/** A simulated store with its demo goods, as the contracts want one. */
import { createPrestaShop } from "../../../simulator/prestashop/prestashop";
import { memoryStore } from "../../../simulator/store";
import type { StoreUnderTest } from "./prestashop-harness";

const NOW = Date.UTC(2026, 10, 24, 12);
const KEY = "SIMULATEDKEY00000000000000000001";
const STORE_URL = "https://shop.example/store";

export const FLAVOURS = ["1.7.8.11", "8.2.1", "9.1.4"] as const;
/** Without the module, and with it under this secret. */
export const SECRETS = [undefined, "the-secret-of-a-paired-module-01"] as const;

export function simulatedStore(
  flavour: (typeof FLAVOURS)[number],
  secret: string | undefined,
): StoreUnderTest {
  const now = () => NOW;
  const store = createPrestaShop({
    store: memoryStore(),
    clock: { now, advance: () => {} },
    flavour,
    baseUrl: STORE_URL,
    deliver: async () => new Response(null, { status: 204 }),
  });
  store.seedDemo();
  store.createWebserviceKey(KEY, "all");
  if (secret) store.configureModule({ webhookUrl: "https://weft.example/hook", secret });
  const { fetch } = store;
  return { url: STORE_URL, key: KEY, fetch, now, firstOrderNumber: 1, ...(secret && { secret }) };
}
