import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [preact()],
  test: { name: "web", include: ["test/web/**/*.test.{ts,tsx}"], environment: "happy-dom" },
});
