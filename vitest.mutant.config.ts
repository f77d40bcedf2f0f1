import { defineConfig } from "vitest/config";
import { MUTANTS } from "./test/mutants/mutants.mjs";
import { planting } from "./test/mutants/plant.mjs";

/** The ring `pure` with one planted bug, whose name is in `MUTANT`. */
export default defineConfig({
  plugins: [planting(MUTANTS.find(({ name }) => name === process.env["MUTANT"]))],
  // A module kept from another run would be without this run's bug.
  test: { include: ["test/**/*.test.ts"], environment: "node", bail: 1, fsModuleCache: false },
});
