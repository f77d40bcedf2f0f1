import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { failOnUncaught } from "./scripts/fail-on-uncaught.mjs";

/** The ring inside workerd: real D1, queue, Durable Object, R2; the two shops are simulated. */
export default defineConfig(async () => ({
  plugins: [
    failOnUncaught(),
    cloudflareTest({
      wrangler: { configPath: "./wrangler.toml" },
      miniflare: {
        compatibilityFlags: ["nodejs_compat", "service_binding_extra_handlers"],
        bindings: {
          TEST_MIGRATIONS: await readD1Migrations("./migrations"),
          PUBLIC_URL: "https://weft.example",
          AUTH_SECRET: "a-secret-for-tests-only-0123456789abcdef",
          SEALING_KEYS: JSON.stringify({ "1": "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=" }),
          TIKTOK_APP_KEY: "6testapp01",
          TIKTOK_APP_SECRET: "0123456789abcdef0123456789abcdef01234567",
          TIKTOK_SERVICE_ID: "7000000000000000001",
          HTTP_TIMEOUT_MS: "300",
        },
      },
    }),
  ],
  test: {
    name: "worker",
    include: ["test/worker/**/*.test.ts"],
    setupFiles: ["test/support/worker-setup.ts"],
    testTimeout: 30_000,
    maxWorkers: "100%",
  },
}));
