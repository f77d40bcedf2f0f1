/**
 * Makes the one file that is deployed, by Vite: wrangler's own bundler leaves 13 kB more of what nobody calls. What
 * `[alias]` of wrangler.toml puts in place of parts of packages holds here as well.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { unstable_readConfig as readConfig } from "wrangler";
import { leftOut } from "./left-out.mjs";
import { root, run } from "./stack.mjs";

/** Exactly this module, not what stands below its name. @param {string} name */
const only = (name) => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}$`);

/** Where the built Worker stands. */
const worker = join(root, ".weft", "worker");

/**
 * Writes beside the built Worker the committed wrangler.toml with what is of this account, for wrangler to take the
 * Worker as it stands. Answers the file. @param {string} name @param {{ databaseId?: string, publicUrl?: string }} ids
 */
export function writeConfig(name, { databaseId, publicUrl } = {}) {
  let text = readFileSync(join(root, "wrangler.toml"), "utf8")
    .replace('main = "src/index.ts"', `main = "${join(worker, "index.js")}"`)
    .replace(/^\[alias\]\n(?:.+\n)*/m, "")
    .replace('directory = "./dist/web"', `directory = "${join(root, "dist", "web")}"`)
    .replace('migrations_dir = "migrations"', `migrations_dir = "${join(root, "migrations")}"`);
  // On this machine wrangler wraps it, for one who sends more than the Worker reads to get an answer all the same.
  if (name !== "local") text = text.replace(/^main = .*/m, "$&\nno_bundle = true");
  if (databaseId) text = text.replace(/database_id = "[^"]*".*/, `database_id = "${databaseId}"`);
  if (publicUrl) text = text.replace(/PUBLIC_URL = "[^"]*"/, `PUBLIC_URL = "${publicUrl}"`);
  const file = join(root, ".weft", `wrangler.${name}.toml`);
  mkdirSync(join(root, ".weft"), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** The pages and the Worker as they are deployed, for a Weft on this machine. */
export async function buildAll() {
  await run("vite", ["build", "--logLevel", "warn"]);
  await buildWorker();
  writeConfig("local");
}

/** Writes `index.js` and its map. */
async function buildWorker() {
  const { alias = {} } = readConfig({ config: join(root, "wrangler.toml") });
  const { NODE_ENV } = process.env;
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    plugins: [leftOut],
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
      outDir: worker,
      emptyOutDir: true,
      target: "esnext",
      minify: true,
      sourcemap: true,
      rolldownOptions: {
        external: [/^cloudflare:/, /^node:/],
        // Schemas and routes that nobody uses are not made: making one changes nothing else.
        treeshake: {
          manualPureFunctions: ["createAuthEndpoint", "createAuthMiddleware", "originCheck", "z"],
        },
        output: { codeSplitting: false, comments: false },
      },
    },
  });
  // Vite leaves here what it built for, and what is started next would take it for itself.
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
}
