/** Money on the simulated stores: they compute like the model, and so like the real stores that it was compared with. */
import { moneyContract, SETUPS } from "./money.contract";
import { FLAVOURS, SECRETS, simulatedStore } from "./simulated-store";

for (const flavour of FLAVOURS)
  for (const secret of SECRETS)
    moneyContract(
      `a simulated PrestaShop ${flavour}, ${secret ? "with" : "without"} the module`,
      simulatedStore(flavour, secret),
      27,
      // The simulated module does not know what a real one does with goods sold below their ecotax.
      secret ? SETUPS.filter(({ usesEcotax }) => !usesEcotax) : SETUPS,
    );
