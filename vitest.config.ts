import { defineConfig } from "vitest/config";
import { WORKERS } from "./scripts/workers.mjs";

/**
 * The rings of tests. `pure` needs nothing, `worker` runs in workerd with real bindings, `web`
 * renders components, `e2e` drives Chromium against the running product. What a test logs is shown
 * when it fails; `--silent=false` shows all of it.
 */
export default defineConfig({
  test: {
    silent: "passed-only",
    projects: [
      {
        test: {
          name: "pure",
          include: [
            "test/{domain,sync,ledger,lib,compose,contract,simulator,scripts}/**/*.test.ts",
          ],
          environment: "node",
          // Nothing of ours holds state in a module, so files may share what they import.
          isolate: false,
          maxWorkers: WORKERS,
        },
      },
      "vitest.worker.config.ts",
      "vitest.web.config.ts",
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          environment: "node",
          testTimeout: 240_000,
          hookTimeout: 120_000,
          maxWorkers: WORKERS,
        },
      },
    ],
  },
});
