/** What the histories of a run were made of, so that nobody has to believe that each act and fault occurs. */
import { ACTS } from "./acts";
import { FAULTS, type History, type Step } from "./history";

const FLAGS = [
  "kill",
  "crashAt",
  "twins",
  "skewMs",
  "loseAlarms",
  "duplicates",
  "lostCommits",
] as const satisfies readonly (keyof Step)[];

export interface Coverage {
  note(history: History): void;
  /** Three lines of text: how often each start, each act, and each fault. */
  lines(): string[];
}

export function openCoverage(): Coverage {
  const acts = new Map<string, number>(Object.keys(ACTS).map((name) => [name, 0]));
  const starts = new Map<string, number>();
  const faults = new Map<string, number>([...FAULTS, "dies", ...FLAGS].map((name) => [name, 0]));
  const count = (of: Map<string, number>, name: string) => of.set(name, (of.get(name) ?? 0) + 1);
  return {
    note({ begins = "on sale", steps }) {
      count(starts, begins);
      for (const step of steps) {
        count(acts, step.act);
        for (const name of faultsOf(step)) count(faults, name);
      }
    },
    lines: () => [
      `starts: ${sorted(starts)}`,
      `acts: ${sorted(acts)}`,
      `faults: ${sorted(faults)}`,
    ],
  };
}

function faultsOf(step: Step): string[] {
  const names: string[] = [
    ...(step.faults ?? []).map(({ kind }) => kind),
    ...FLAGS.filter((name) => step[name] !== undefined),
  ];
  if (step.webhooks && step.webhooks !== "normal") names.push(`webhooks ${step.webhooks}`);
  if (step.store && step.store !== "well") names.push(`store ${step.store}`);
  if (step.cron === false) names.push("cron silent");
  return names;
}

const sorted = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
