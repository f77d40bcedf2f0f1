/** The health check of a connection as pages follow it: the report, the run, the repairs. */
import { computed, createModel, signal } from "@preact/signals";
import type { FindingView, HealthView } from "../../src/contract/health";
import { mayPass, type Client, type Result } from "../api/client";
import { createResource } from "../data/resource";

export const GROUPS = ["store", "orders", "module", "channel"] as const;
export type Group = (typeof GROUPS)[number];

export type Tally = Record<FindingView["verdict"], number>;

/** How many findings there are of each verdict. */
export function tallyOf(findings: readonly FindingView[]): Tally {
  const tally: Tally = { pass: 0, warn: 0, fail: 0, skipped: 0 };
  for (const { verdict } of findings) tally[verdict] += 1;
  return tally;
}

const URGENCY = ["fail", "warn", "skipped", "pass"];

/** Findings of one group, what needs somebody first. */
export function groupOf(findings: readonly FindingView[], group: Group): FindingView[] {
  return findings
    .filter(({ check }) => check.startsWith(`${group}.`))
    .toSorted((a, b) => URGENCY.indexOf(a.verdict) - URGENCY.indexOf(b.verdict));
}

/** Whether somebody has to do something about it. */
export const isTroubled = ({ verdict }: FindingView) => verdict === "fail" || verdict === "warn";

/** Checks that wait for the same other one. */
export interface Waiting {
  because: string;
  checks: readonly string[];
}

/** Fewer waiting checks than this are listed one by one. */
const FOLD_FROM = 3;

/** The findings in their order; many that wait for the same check are one line. */
export function foldWaiting(findings: readonly FindingView[]): (FindingView | Waiting)[] {
  const listed = new Set<string>();
  return findings.flatMap((finding): (FindingView | Waiting)[] => {
    const { because } = finding;
    const same = findings.filter((other) => other.because === because);
    if (because === null || same.length < FOLD_FROM) return [finding];
    if (listed.has(because)) return [];
    listed.add(because);
    return [{ because, checks: same.map(({ check }) => check) }];
  });
}

export const HealthModel = createModel((client: Client, id: string) => {
  const params = { id };
  const view = createResource(() => client.call("GET /api/connections/:id/check", { params }));
  /** What this page started: the whole check, or the repair of one thing. */
  const busy = signal<"check" | { repair: string } | null>(null);
  /** Sides that are through, while a check runs. */
  const done = signal<readonly string[]>([]);
  const error = signal<Extract<Result<HealthView>, { ok: false }>["error"] | null>(null);

  const run = async (what: NonNullable<typeof busy.value>, sent: Promise<Result<HealthView>>) => {
    busy.value = what;
    done.value = [];
    const result = await sent;
    busy.value = null;
    error.value = result.ok ? null : result.error;
    if (result.ok) view.put(result.value);
    // The answer is lost, the check may be under way all the same.
    else if (mayPass(result.status)) await view.reload();
    return result.ok;
  };

  return {
    view,
    busy,
    done,
    error,
    /** Whether a check or a repair is under way, whoever began it. */
    isRunning: computed(() => busy.value !== null || Boolean(view.value.value?.running)),
    check: () => run("check", client.call("POST /api/connections/:id/check", { params, body: {} })),
    repair: (check: string) =>
      run(
        { repair: check },
        client.call("POST /api/connections/:id/check/repair", { params, body: { check } }),
      ),
    /** Asks how far a check is, whoever began it. */
    follow: async () => {
      const result = await client.call("GET /api/connections/:id/check", { params });
      if (!result.ok) return;
      const { running } = result.value;
      if (running) done.value = running.done;
      else if (busy.value === null) {
        error.value = null;
        view.put(result.value);
      }
    },
  };
});
