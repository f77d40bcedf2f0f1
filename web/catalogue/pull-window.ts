/** The presets of the pull dialog as what the server takes. Days are the shop's, inclusive. Pure. */
import type { PullBody } from "./products";

export type PullPreset = "since_last" | "days_30" | "years_3" | "all" | "custom";

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);
const DAY_MS = 86_400_000;

/** Presets reach one day into the future, so that no shop's "today" is cut off by a time zone. */
export function toPullBody(preset: PullPreset, from: string, until: string, now: number): PullBody {
  const today = isoDay(now + DAY_MS);
  if (preset === "since_last") return { sinceLastPull: true };
  if (preset === "days_30") return { from: isoDay(now - 30 * DAY_MS), until: today };
  if (preset === "years_3") return { from: isoDay(now - 3 * 365 * DAY_MS), until: today };
  if (preset === "all") return {};
  return { ...(from && { from }), ...(until && { until }) };
}

/** Why custom dates cannot be used, as a message key; null when they can. */
export function pullProblem(preset: PullPreset, from: string, until: string) {
  if (preset !== "custom") return null;
  if (!from || !until) return "pull.datesMissing" as const;
  return from > until ? ("pull.datesReversed" as const) : null;
}
