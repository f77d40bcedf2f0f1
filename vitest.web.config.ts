import preactPreset from "@preact/preset-vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [preactPreset()],
  test: { name: "web", include: ["test/web/**/*.test.{ts,tsx}"], environment: "happy-dom" },
});
