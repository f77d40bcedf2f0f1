/** Money on the simulated shops: they reckon like the model, and so like the shops it was held against. */
import { createPrestaShop } from "../../simulator/prestashop/prestashop";
import { memoryStore } from "../../simulator/store";
import { moneyContract, SETUPS } from "./prestashop-money.contract";

const NOW = Date.UTC(2026, 10, 24, 12);
const KEY = "SIMULATEDKEY00000000000000000001";
const SECRET = "the-secret-of-a-paired-module-01";

for (const flavour of ["1.7.8.11", "8.2.1", "9.1.4"] as const)
  for (const secret of [undefined, SECRET]) {
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
    moneyContract(
      `a simulated PrestaShop ${flavour}, ${secret ? "with" : "without"} the module`,
      { url, key: KEY, fetch: shop.fetch, now, firstOrderNumber: 1, ...(secret && { secret }) },
      27,
      // The simulated module does not know what a real one does with goods sold below their ecotax.
      secret ? SETUPS.filter(({ usesEcotax }) => !usesEcotax) : SETUPS,
    );
  }
