/** The contract of a source against the simulated shops, strict as the measured ones. */
import { createPrestaShop } from "../../simulator/prestashop/prestashop";
import { memoryStore } from "../../simulator/store";
import { prestaShopHarness } from "./prestashop-harness";
import { sourceContract } from "./source.contract";

const NOW = Date.UTC(2026, 10, 24, 12);
const KEY = "SIMULATEDKEY00000000000000000001";

const SECRET = "the-secret-of-a-paired-module-01";

for (const flavour of ["1.7.8.11", "8.2.1", "9.1.4"] as const)
  for (const secret of [undefined, SECRET])
    sourceContract(
      `a simulated PrestaShop ${flavour}, ${secret ? "with" : "without"} the module`,
      async () => {
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
        if (secret) shop.configureModule({ webhookUrl: "https://weft.example/hook", secret });
        const { fetch } = shop;
        return prestaShopHarness({
          url,
          key: KEY,
          fetch,
          now,
          firstOrderNumber: 1,
          ...(secret && { secret }),
        });
      },
    );
