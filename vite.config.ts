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
  },
});
