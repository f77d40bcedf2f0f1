import { preact } from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";
import { writeModule } from "./scripts/pack-module.mjs";

/** Every way to build the web app goes through here, so the download cannot be forgotten. */
const packModuleToo: Plugin = {
  name: "pack-module",
  apply: "build",
  closeBundle: () => void writeModule(),
};

/** The front end: `web/` in, `dist/web/` out, nothing inlined because the CSP forbids it. */
export default defineConfig({
  root: "web",
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), packModuleToo],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
