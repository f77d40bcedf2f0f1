/** The contract of a source against the simulated shops, strict as the measured ones. */
import { createPrestaShop } from "../../simulator/prestashop/prestashop";
import { memoryStore } from "../../simulator/store";
import { prestaShopHarness } from "./prestashop-harness";
import { sourceContract } from "./source.contract";

const NOW = Date.UTC(2026, 10, 24, 12);
const KEY = "SIMULATEDKEY00000000000000000001";

for (const flavour of ["8.2.1", "9.1.4"] as const)
  sourceContract(`a simulated PrestaShop ${flavour}`, async () => {
    const url = "https://shop.example/store";
    const now = () => NOW;
    const shop = createPrestaShop({
      store: memoryStore(),
      clock: { now, advance: () => {} },
      flavour,
      baseUrl: url,
      deliver: async () => new Response(null, { status: 204 }),
    });
    shop.seedDemo();
    shop.createWebserviceKey(KEY, "all");
    return prestaShopHarness({ url, key: KEY, fetch: shop.fetch, now, firstOrderNumber: 1 });
  });
