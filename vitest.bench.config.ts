import { defineConfig } from "vitest/config";
import workerRing from "./vitest.worker.config";

/** The figures of `npm run bench`, taken where the product runs: in workerd with real bindings. */
export default defineConfig(async (env) => {
  const ring = await workerRing(env);
  return {
    ...ring,
    test: { ...ring.test, name: "bench", include: ["bench/*.bench.ts"], testTimeout: 600_000 },
  };
});
