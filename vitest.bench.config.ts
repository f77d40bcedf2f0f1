import { defineConfig } from "vitest/config";
import workerRing from "./vitest.worker.config";

/**
 * The figures of `npm run bench`, taken where the product runs: in workerd with real bindings. What lies in
 * memory only Node tells.
 */
export default defineConfig(async (env) => {
  const ring = await workerRing(env);
  const testTimeout = 600_000;
  return {
    test: {
      projects: [
        {
          ...ring,
          test: { ...ring.test, name: "bench", include: ["bench/*.bench.ts"], testTimeout },
        },
        {
          test: {
            name: "memory",
            include: ["bench/node/*.bench.ts"],
            execArgv: ["--expose-gc"],
            testTimeout,
          },
        },
      ],
    },
  };
});
