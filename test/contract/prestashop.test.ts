/** The contract of a source against the simulated shops, strict as the measured ones. */
import { bothWaysContract } from "./both-ways.contract";
import { prestaShopHarness } from "./prestashop-harness";
import { FLAVOURS, SECRETS, simulatedShop } from "./simulated-shop";
import { sourceContract } from "./source.contract";

for (const flavour of FLAVOURS)
  for (const secret of SECRETS) {
    const name = `a simulated PrestaShop ${flavour}, ${secret ? "with" : "without"} the module`;
    const start = async () => prestaShopHarness(simulatedShop(flavour, secret));
    sourceContract(name, start);
    if (secret) bothWaysContract(name, start);
  }
