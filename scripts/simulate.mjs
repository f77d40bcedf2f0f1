/**
 * `npm run simulate -- --seeds 200`: plays random histories of shops and people against the whole
 * Worker in one process, and prints what broke as the shortest history. `--from 1` is the first seed,
 * `--only store|module` one way to reach the store, `--only both` half of the seeds by each, in two
 * processes side by side, `--history '<json>'` a history printed before, `--beside <commit>` has that
 * older version of Weft run half of everything until each history is healed, as during a deploy.
 */
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { MUTANTS } from "../test/mutants/mutants.mjs";
import { planting } from "../test/mutants/plant.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { root, toolEnv } = await import("./stack.mjs");
const { build } = await import("vite");

/** The bug to plant, by its name; the other options are those of `test/simulation/main.ts`. */
const { values } = parseArgs({
  options: {
    mutant: { type: "string" },
    seeds: { type: "string" },
    only: { type: "string" },
    beside: { type: "string" },
  },
  strict: false,
});
const { mutant } = values;
const out = join(root, ".weft", mutant ? "simulation-mutant" : "simulation");

/**
 * @param {string} from root of the sources
 * @param {string} entry
 * @param {string} to
 */
const bundle = (from, entry, to) =>
  build({
    configFile: false,
    root: from,
    logLevel: "warn",
    plugins: [planting(MUTANTS.find(({ name }) => name === mutant))],
    resolve: {
      alias: { "cloudflare:workers": join(root, "test/simulation/machine/cloudflare-workers.ts") },
    },
    ssr: { noExternal: true },
    build: { ssr: entry, outDir: to, emptyOutDir: true, target: "node24", sourcemap: true },
  });

await bundle(root, "test/simulation/main.ts", out);

/**
 * The sources of an older commit, with the entry points of this one.
 * @param {string} commit
 */
async function bundleOlder(commit) {
  const sources = join(root, ".weft", "simulation-older");
  rmSync(sources, { recursive: true, force: true });
  mkdirSync(join(sources, "test/simulation/machine"), { recursive: true });
  const archive = execFileSync("git", ["archive", commit, "src", "migrations", "package.json"], {
    cwd: root,
    maxBuffer: 256 * 1024 * 1024,
  });
  execFileSync("tar", ["-x", "-C", sources], { input: archive });
  const entry = "test/simulation/machine/version.ts";
  cpSync(join(root, entry), join(sources, entry));
  await bundle(sources, entry, join(sources, "out"));
  return ["--older", pathToFileURL(join(sources, "out", "version.js")).href];
}

const older = values.beside ? await bundleOlder(String(values.beside)) : [];

/** Two run side by side on two cores: helpers that collect garbage for one take the time of the other. */
const QUICK = ["--enable-source-maps", "--single-threaded-gc", "--max-semi-space-size=64"];

/**
 * @param {readonly string[]} more
 * @returns {Promise<number>}
 */
const play = (...more) =>
  new Promise((resolve) => {
    const args = [...QUICK, join(out, "main.js"), ...process.argv.slice(2), ...older, ...more];
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
