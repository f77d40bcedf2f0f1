import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { cheapHash } from "./scripts/cheap-hash.mjs";
import { failOnUncaught } from "./scripts/fail-on-uncaught.mjs";
import { WORKERS } from "./scripts/workers.mjs";

/** Packages made into one piece each: workerd asks for modules one by one, for each file of tests again. */
const BUNDLED = [
  "@hono/zod-validator",
  "better-auth/adapters/drizzle",
  "better-auth/api",
  "better-auth/cookies",
  "better-auth/minimal",
  "drizzle-orm",
  "drizzle-orm/d1",
  "drizzle-orm/sqlite-core",
  "entities/decode",
  "fast-xml-parser",
  "hono",
  "hono/body-limit",
  "hono/factory",
  "hono/http-exception",
  "hono/route",
  "htmlparser2",
  "zod",
  "zod-openapi",
];

/** The ring inside workerd: real D1, queue, Durable Object, R2; the two shops are simulated. */
export default defineConfig(async () => ({
  plugins: [
    failOnUncaught(),
    cheapHash(),
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
    hookTimeout: 60_000,
    isolate: false,
    maxWorkers: WORKERS,
    deps: {
      optimizer: {
        ssr: {
          enabled: true,
          include: BUNDLED,
          rolldownOptions: { external: [/^node:/, /^cloudflare:/] },
        },
      },
    },
  },
}));
