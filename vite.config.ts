import { preact } from "@preact/preset-vite";
import { defineConfig } from "vite";

/** The front end: `web/` in, `dist/web/` out, nothing inlined because the CSP forbids it. */
export default defineConfig({
  root: "web",
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
