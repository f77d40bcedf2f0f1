/** The contract of a source against the simulated shops, strict as the measured ones. */
import { bothTransportsContract } from "../source/both-transports.contract";
import { prestaShopHarness } from "./harness";
import { FLAVOURS, SECRETS, simulatedShop } from "./simulated-store";
import { sourceContract } from "../source/source.contract";

for (const flavour of FLAVOURS)
  for (const secret of SECRETS) {
    const name = `a simulated PrestaShop ${flavour}, ${secret ? "with" : "without"} the module`;
    const start = async () => prestaShopHarness(simulatedShop(flavour, secret));
    sourceContract(name, start);
    if (secret) bothTransportsContract(name, start);
  }
