/** `npm run simulate`: plays histories and prints what broke, as the shortest one that breaks it. */
import { parseArgs } from "node:util";
import { openCoverage } from "./coverage";
import { historyOf, type History } from "./history";
import { historiesFor } from "./named-histories";
import { liveLinks } from "./participants";
import { play, type Playground } from "./play";
import { shrink } from "./shrink";
import { makeStart, type Transport } from "./start";
import { openSystem } from "./system";
import type { Violation } from "./verdict";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "200" },
    from: { type: "string", default: "1" },
    only: { type: "string", default: "store" },
    /** Planted by the script that builds this. */
    mutant: { type: "string" },
    /** One history as JSON. */
    history: { type: "string" },
    /** "all": the named histories. */
    named: { type: "string" },
    /** How many of each broken rule are made short and printed. */
    show: { type: "string", default: "3" },
  },
});
const print = (line: string) => void process.stdout.write(`${line}\n`);
const numberOf = (name: string) => Number(values[name]);

async function openPlayground(transport: Transport): Promise<Playground> {
  const system = openSystem(process.cwd());
  const person = await makeStart(system, transport);
  const links = liveLinks(system.world);
  if (system.incidents.length > 0) throw new Error(JSON.stringify(system.incidents));
  system.mark();
  return { system, person, links };
}

const rulesOf = (violations: readonly Violation[]) => new Set(violations.map(({ rule }) => rule));

function printAll(violations: readonly Violation[]): void {
  for (const { rule, text } of violations) print(`  ${rule}: ${text}`);
}

async function report(
  playground: Playground,
  history: History,
  seed: number,
  rule: Violation["rule"],
): Promise<void> {
  const short = await shrink(history, async (candidate) =>
    rulesOf(await play(playground, candidate, seed)).has(rule),
  );
  print(`\nseed ${seed} (${history.transport}): ${rule}`);
  printAll(await play(playground, short, seed));
  print(`  ${JSON.stringify(short)}`);
}

/** Answers how many histories broke a rule. */
async function playSeeds(playground: Playground, transport: Transport): Promise<number> {
  const counts = new Map<Violation["rule"], number>();
  const started = process.hrtime.bigint();
  const usage = process.cpuUsage();
  const end = numberOf("from") + numberOf("seeds");
  const coverage = openCoverage();
  let broken = 0;
  for (let seed = numberOf("from"); seed < end; seed += 1) {
    const history = historyOf(seed, transport);
    coverage.note(history);
    const rules = rulesOf(await play(playground, history, seed));
    if (rules.size > 0) broken += 1;
    for (const rule of rules) {
      const count = (counts.get(rule) ?? 0) + 1;
      counts.set(rule, count);
      if (count <= numberOf("show")) await report(playground, history, seed, rule);
    }
  }
  const minutes = Number(process.hrtime.bigint() - started) / 6e10;
  const pace = (numberOf("seeds") / minutes).toFixed(0);
  const { user, system } = process.cpuUsage(usage);
  const cpuMs = ((user + system) / 1000 / numberOf("seeds")).toFixed(0);
  print(
    `\n${values["seeds"]} histories by ${transport}, ${broken} broken, ${pace} a minute, ${cpuMs} ms of CPU each`,
  );
  for (const line of coverage.lines()) print(`  ${line}`);
  for (const [rule, count] of counts) print(`  ${rule}: ${count}`);
  return broken;
}

async function playNamed(playground: Playground, transport: Transport): Promise<number> {
  let broken = 0;
  const all = historiesFor(transport);
  for (const { name, history } of all) {
    const violations = await play(playground, history, 1);
    if (violations.length === 0) continue;
    broken += 1;
    print(`${transport}: ${name}`);
    printAll(violations);
  }
  print(`${all.length} histories, ${broken} broken`);
  return broken;
}

async function main(): Promise<number> {
  const transport = values["only"] as Transport;
  const playground = await openPlayground(transport);
  if (values["named"]) return playNamed(playground, transport);
  if (!values["history"]) return playSeeds(playground, transport);
  const violations = await play(
    playground,
    JSON.parse(values["history"]) as History,
    numberOf("from"),
  );
  printAll(violations);
  return violations.length;
}

process.exit((await main()) === 0 ? 0 : 1);
