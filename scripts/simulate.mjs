/**
 * `npm run simulate -- --seeds 200`: plays random histories of shops and people against the whole
 * Worker in one process, and prints what broke as the shortest history. `--from 1` is the first seed,
 * `--only store|module` one way to reach the store, `--only both` half of the seeds by each, in two
 * processes side by side, `--history '<json>'` a history printed before.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { MUTANTS } from "../test/mutants/mutants.mjs";
import { planting } from "../test/mutants/plant.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { root, toolEnv } = await import("./stack.mjs");
const { build } = await import("vite");

/** The bug to plant, by its name; the other options are those of `test/simulation/main.ts`. */
const { values } = parseArgs({
  options: { mutant: { type: "string" }, seeds: { type: "string" }, only: { type: "string" } },
  strict: false,
});
const { mutant } = values;
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

/** Two run side by side on two cores: helpers that collect garbage for one take the time of the other. */
const QUICK = ["--enable-source-maps", "--single-threaded-gc", "--max-semi-space-size=64"];

/**
 * @param {readonly string[]} more
 * @returns {Promise<number>}
 */
const play = (...more) =>
  new Promise((resolve) => {
    const args = [...QUICK, join(out, "main.js"), ...process.argv.slice(2), ...more];
    const node = join(root, "node_modules", ".bin", "node");
    const run = spawn(node, args, { cwd: root, stdio: "inherit", env: toolEnv({}) });
    run.on("close", (status) => resolve(status ?? 1));
  });

/** By the module a history takes longer, so both end at about the same time. */
const BY_STORE = 0.55;

/** @returns {Promise<number>} */
async function playBoth() {
  const seeds = Number(values.seeds ?? 200);
  const byStore = Math.round(seeds * BY_STORE);
  const statuses = await Promise.all([
    play("--only", "store", "--seeds", String(byStore)),
    play("--only", "module", "--seeds", String(seeds - byStore)),
  ]);
  return Math.max(...statuses);
}

process.exit(await (values.only === "both" ? playBoth() : play()));
