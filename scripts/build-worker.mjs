/**
 * Makes the one file that is deployed, by Vite: wrangler's own bundler leaves 13 kB more of what nobody calls. What
 * `[alias]` of wrangler.toml puts in place of parts of packages holds here as well.
 */
import { join } from "node:path";
import { build } from "vite";
import { unstable_readConfig as readConfig } from "wrangler";
import { root } from "./stack.mjs";

/** Exactly this module, not what stands below its name. @param {string} name */
const only = (name) => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}$`);

const DESCRIPTION = /\s*\.describe\(\s*(?:"(?:[^"\\]|\\.)*"|`[^`$]*`),?\s*\)/g;
const SUMMARY = /\bsummary:\s*"(?:[^"\\]|\\.)*"/g;

/**
 * What the contract says of itself is for the OpenAPI document, which is made of the sources: no call needs it. A map
 * that is some lines off in these files costs nothing, as they only hold schemas.
 */
const withoutDescriptions = {
  name: "contract-without-descriptions",
  /** @param {string} code @param {string} id */
  transform: (code, id) =>
    id.startsWith(join(root, "src", "contract"))
      ? { code: code.replaceAll(DESCRIPTION, "").replaceAll(SUMMARY, 'summary: ""'), map: null }
      : null,
};

/** Writes `index.js` and its map into `outDir`. @param {string} outDir */
export async function buildWorker(outDir) {
  const { alias = {} } = readConfig({ config: join(root, "wrangler.toml") });
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    plugins: [{ ...withoutDescriptions, enforce: "pre" }],
    define: { "process.env.NODE_ENV": '"production"' },
    resolve: {
      alias: Object.entries(alias).map(([name, file]) => ({
        find: only(name),
        replacement: join(root, file),
      })),
      conditions: ["workerd", "worker", "browser"],
    },
    ssr: {
      noExternal: true,
      target: "webworker",
      resolve: { conditions: ["workerd", "worker", "browser"] },
    },
    build: {
      ssr: "src/index.ts",
      outDir,
      emptyOutDir: true,
      target: "esnext",
      minify: true,
      sourcemap: true,
      rolldownOptions: {
        external: [/^cloudflare:/, /^node:/],
        output: { codeSplitting: false, comments: false },
      },
    },
  });
}
