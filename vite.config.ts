import { preact } from "@preact/preset-vite";
import { defineConfig, runnerImport, type Plugin } from "vite";
import { loadEarly } from "./scripts/load-early.mjs";
import { writeModule } from "./scripts/pack-module.mjs";

/** Every way to build the web app goes through here, so the download cannot be forgotten. */
const packModuleToo: Plugin = {
  name: "pack-module",
  apply: "build",
  closeBundle: () => void writeModule(),
};

/** What the API is, for who reads it by machine. */
const describeApiToo: Plugin = {
  name: "describe-api",
  apply: "build",
  async generateBundle() {
    type Describing = typeof import("./src/contract/describe-api");
    const { module } = await runnerImport<Describing>("./src/contract/describe-api.ts");
    const source = JSON.stringify(module.describeApi());
    this.emitFile({ type: "asset", fileName: "openapi.json", source });
  },
};

/**
 * What is asked for in one piece beside the app: the two long lists and what tells how things stand. By itself the bundler makes a file of whatever two pages share,
 * each of which is a request, and on a slow network requests are what takes the time.
 */
const PIECES: Readonly<Record<string, readonly string[]>> = {
  products: [
    "web/catalogue/(product-(table|columns|list|filters|row-menu|sort|tags))",
    "web/catalogue/(products|products-menu|page-checkbox|selection|selection-bar|channel-link|texts)\\.",
    "i18n/en/ui/products\\.",
  ],
  orders: ["web/orders/(orders|order-table|order-sort|ship-by|texts)\\.", "i18n/en/ui/orders\\."],
  facts: ["src/i18n/en/facts\\."],
  choices: ["web/ui/(choice|check-field)\\."],
  standing: [
    "web/problems/fix-link",
    "src/i18n/fix-places",
    "web/ui/(share-bar|progress)",
    "web/tasks/task-summary",
  ],
};

/** The front end: `web/` in, `dist/web/` out, nothing inlined because the CSP forbids it. */
export default defineConfig({
  root: "web",
  plugins: [
    preact({ devToolsEnabled: false, prefreshEnabled: false }),
    loadEarly(),
    packModuleToo,
    describeApiToo,
  ],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One style for all pages: a page looks the same whichever was visited before, and less is to ask for.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        // Every page pays for the addresses of what it may load: without names they are half as long.
        chunkFileNames: "assets/[hash].js",
        codeSplitting: {
          groups: [
            { name: "app", tags: ["$initial"], priority: 2 },
            ...Object.entries(PIECES).map(([name, modules]) => ({
              name,
              test: new RegExp(`/(${modules.join("|")})`),
              priority: 1,
            })),
          ],
        },
      },
    },
  },
});
