/** The contract of a source against the simulated stores, strict as the measured ones. */
import { vi } from "vitest";
import { bothTransportsContract } from "../source/both-transports.contract";
import { prestashopHarness } from "./prestashop-harness";
import { FLAVOURS, SECRETS, simulatedStore } from "./simulated-store";
import { sourceContract } from "../source/source.contract";

// A whole contract is many requests a test, which a busy machine answers slowly.
vi.setConfig({ testTimeout: 30_000 });

for (const flavour of FLAVOURS)
  for (const secret of SECRETS) {
    const name = `a simulated PrestaShop ${flavour}, ${secret ? "with" : "without"} the module`;
    const start = async () => prestashopHarness(simulatedStore(flavour, secret));
    sourceContract(name, start);
    if (secret) bothTransportsContract(name, start);
  }
