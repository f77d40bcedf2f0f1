import preactPreset from "@preact/preset-vite";
import { defineConfig } from "vitest/config";
import { WORKERS } from "./scripts/workers.mjs";

export default defineConfig({
  plugins: [preactPreset()],
  test: {
    name: "web",
    include: ["test/web/**/*.test.{ts,tsx}"],
    environment: "happy-dom",
    setupFiles: ["test/web/support/setup.ts"],
    // A page for each file took most of the time; a test takes down what it draws.
    isolate: false,
    maxWorkers: WORKERS,
  },
});
