/** `npm run simulate`: plays histories and prints what broke, as the shortest one that breaks it. */
import { parseArgs } from "node:util";
import { openCoverage } from "./coverage";
import { historyOf, type History } from "./history";
import type { Version } from "./machine/version";
import { walks } from "./machine/walks";
import { historiesFor } from "./named-histories";
import { joinAnother, openMerchant } from "./join-another";
import { FIRST } from "./places";
import { play } from "./play";
import type { Playground } from "./playground";
import { sellFirst } from "./sell-first";
import { shrink } from "./shrink";
import type { Transport } from "./start";
import { openSystem } from "./system";
import type { Violation } from "./violation";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "200" },
    from: { type: "string", default: "1" },
    only: { type: "string", default: "store" },
    /** The commit of `older`; both are for the script that builds this. */
    beside: { type: "string" },
    /** Planted by the script that builds this. */
    mutant: { type: "string" },
    /** Built by the script from an older commit: runs beside this version. */
    older: { type: "string" },
    /** One history as JSON. */
    history: { type: "string" },
    /** "all": the named histories. */
    named: { type: "string" },
    /** How many of each broken rule are made short and printed. */
    show: { type: "string", default: "3" },
  },
});
/** So many seeds are played before the other start is gone to once more, and counted then. */
const TOGETHER = 1_000;

interface Numbered {
  seed: number;
  /** Of those that are kept. */
  name?: string;
  history: History;
}

const print = (line: string) => void process.stdout.write(`${line}\n`);
const numberOf = (name: string) => Number(values[name]);

async function openPlayground(transport: Transport): Promise<Playground> {
  const path = values["older"];
  const older = path ? ((await import(path)) as { version: Version }).version : undefined;
  const system = openSystem(process.cwd(), older);
  const merchant = await openMerchant(system, transport, FIRST);
  system.mark();
  return { system, merchants: [merchant] };
}

const LATER_STARTS = { "with orders": sellFirst, "beside another": joinAnother };

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

/** Plays each from where it begins, by starts: going from one to the other takes longer than a history. */
async function fromItsStart(
  all: readonly Numbered[],
  playground: Playground,
  playOne: (one: Numbered, from: Playground) => Promise<void>,
): Promise<void> {
  for (const one of all) if (!one.history.begins) await playOne(one, playground);
  for (const [begins, begin] of Object.entries(LATER_STARTS)) {
    const late = all.filter(({ history }) => history.begins === begins);
    if (late.length === 0) continue;
    const start = await begin(playground);
    for (const one of late) await playOne(one, start);
    playground.system.unmark();
  }
}

/** Answers how many histories broke a rule. */
async function playSeeds(playground: Playground, transport: Transport): Promise<number> {
  const counts = new Map<Violation["rule"], number>();
  const started = process.hrtime.bigint();
  const usage = process.cpuUsage();
  const coverage = openCoverage();
  let broken = 0;
  const playOne = async ({ seed, history }: Numbered, start: Playground) => {
    coverage.note(history);
    const rules = rulesOf(await play(start, history, seed));
    if (rules.size > 0) broken += 1;
    for (const rule of rules) {
      const count = (counts.get(rule) ?? 0) + 1;
      counts.set(rule, count);
      if (count <= numberOf("show")) await report(start, history, seed, rule);
      else print(`seed ${seed} (${transport}): ${rule}`);
    }
  };
  const from = numberOf("from");
  const end = from + numberOf("seeds");
  for (let first = from; first < end; first += TOGETHER) {
    const count = Math.min(TOGETHER, end - first);
    const all = Array.from({ length: count }, (_, index) => first + index);
    const numbered = all.map((seed) => ({ seed, history: historyOf(seed, transport) }));
    await fromItsStart(numbered, playground, playOne);
    if (end - from > TOGETHER) print(`${first + count - from} played, ${broken} broken`);
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
  const all = historiesFor(transport).map((one) => ({ ...one, seed: 1 }));
  const playOne = async ({ seed, history, name }: Numbered, start: Playground) => {
    const violations = await play(start, history, seed, "swept");
    if (violations.length === 0) return;
    broken += 1;
    print(`${transport}: ${name}`);
    printAll(violations);
  };
  await fromItsStart(all, playground, playOne);
  print(`${all.length} histories, ${broken} broken`);
  return broken;
}

/** Answers how many statements read a whole table, whatever the history was. */
function reportWalks(): number {
  for (const walk of walks()) print(`reads a whole table: ${walk}`);
  return walks().length;
}

/** Answers how much broke. */
async function playAll(): Promise<number> {
  const transport = values["only"] as Transport;
  const playground = await openPlayground(transport);
  if (values["named"]) return playNamed(playground, transport);
  if (!values["history"]) return playSeeds(playground, transport);
  const history = JSON.parse(values["history"]) as History;
  const start = history.begins ? await LATER_STARTS[history.begins](playground) : playground;
  const violations = await play(start, history, numberOf("from"));
  printAll(violations);
  return violations.length;
}

process.exit((await playAll()) + reportWalks() === 0 ? 0 : 1);
