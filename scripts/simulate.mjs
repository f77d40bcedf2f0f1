/**
 * `npm run simulate -- --seeds 200`: plays random histories of shops and people against the whole
 * Worker in one process, and prints what broke as the shortest history. `--from 1` is the first seed,
 * `--only store|module` one way to reach the store, `--history '<json>'` a history printed before.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { MUTANTS } from "../test/mutants/mutants.mjs";
import { planting } from "../test/mutants/plant.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { root, toolEnv } = await import("./stack.mjs");
const { build } = await import("vite");

/** The bug to plant, by its name; the other options are those of `test/simulation/main.ts`. */
const { mutant } = parseArgs({ options: { mutant: { type: "string" } }, strict: false }).values;
const out = join(root, ".weft", mutant ? "simulation-mutant" : "simulation");

await build({
  configFile: false,
  root,
  logLevel: "warn",
  plugins: [planting(MUTANTS.find(({ name }) => name === mutant))],
  resolve: {
    alias: { "cloudflare:workers": join(root, "test/simulation/machine/cloudflare-workers.ts") },
  },
  ssr: { noExternal: true },
  build: {
    ssr: "test/simulation/main.ts",
    outDir: out,
    emptyOutDir: true,
    target: "node24",
    sourcemap: true,
  },
});
const { status } = spawnSync(
  join(root, "node_modules", ".bin", "node"),
  ["--enable-source-maps", join(out, "main.js"), ...process.argv.slice(2)],
  { cwd: root, stdio: "inherit", env: toolEnv({}) },
);
process.exit(status ?? 1);
