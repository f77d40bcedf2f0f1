/** The contract of a source against the simulated shops, strict as the measured ones. */
import { prestaShopHarness } from "./prestashop-harness";
import { FLAVOURS, SECRETS, simulatedShop } from "./simulated-shop";
import { sourceContract } from "./source.contract";

for (const flavour of FLAVOURS)
  for (const secret of SECRETS)
    sourceContract(
      `a simulated PrestaShop ${flavour}, ${secret ? "with" : "without"} the module`,
      async () => prestaShopHarness(simulatedShop(flavour, secret)),
    );
