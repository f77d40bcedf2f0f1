/**
 * `npm run mutants`: plants the bugs of `test/mutants/mutants.mjs` one by one and runs what should catch
 * each. `--only '<part of a name>'` tries some of them. Fails when one is not caught.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { MUTANTS } from "../test/mutants/mutants.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { root, toolEnv } = await import("./stack.mjs");

/** A bug that makes the product wait for ever is caught as well. */
const LONGEST_MS = 120_000;

const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });

/** @import { Mutant } from "../test/mutants/mutants.mjs" */

/** @param {Mutant} mutant */
function commandOf({ name, caughtBy }) {
  const node = join(root, "node_modules", ".bin", "node");
  if (typeof caughtBy === "string") {
    const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
    return [node, vitest, "run", "--config", "vitest.mutant.config.ts", caughtBy];
  }
  const simulate = join(root, "scripts", "simulate.mjs");
  return [node, simulate, "--mutant", name, "--named", "all", "--only", caughtBy.history];
}

/**
 * "broken": the run did not come to a verdict, so it says nothing.
 * @param {Mutant} mutant
 * @returns {{ verdict: "caught" | "SURVIVED" | "BROKEN", seconds: number }}
 */
function tryOne(mutant) {
  const [node = "", ...rest] = commandOf(mutant);
  const startedAt = Date.now();
  const run = spawnSync(node, rest, {
    cwd: root,
    encoding: "utf8",
    timeout: LONGEST_MS,
    env: toolEnv({ MUTANT: mutant.name, NO_COLOR: "1" }),
  });
  const seconds = (Date.now() - startedAt) / 1000;
  const isLate = run.error !== undefined;
  const hasVerdict = /Tests .*\d+ (failed|passed)|\d+ histories, \d+ broken|never rests/.test(
    run.stdout + run.stderr,
  );
  if (isLate || (hasVerdict && run.status !== 0)) return { verdict: "caught", seconds };
  return { verdict: hasVerdict ? "SURVIVED" : "BROKEN", seconds };
}

const chosen = MUTANTS.filter(({ name }) => name.includes(values.only));
const counts = { caught: 0, SURVIVED: 0, BROKEN: 0 };
for (const mutant of chosen) {
  const { verdict, seconds } = tryOne(mutant);
  counts[verdict] += 1;
  const { caughtBy } = mutant;
  const by = typeof caughtBy === "string" ? caughtBy : `named histories, ${caughtBy.history}`;
  console.log(`${verdict.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s  ${mutant.name}  (${by})`);
}
console.log(`${chosen.length} bugs, ${counts.caught} caught`);
process.exit(counts.caught === chosen.length ? 0 : 1);
