/**
 * What the health check of a connection finds, and the rules every check follows. It does not know
 * what is checked: each platform brings its own checks over what it gathered.
 *
 * "fail" means orders, stock or listings do not work or come out wrong; "warn" means they work, but
 * more slowly or with something left to do; "skipped" means nobody can tell, because another check
 * has to pass first.
 */
import type { Facts } from "../facts";

export type Verdict = "pass" | "warn" | "fail" | "skipped";

/** Something Weft can put right by itself; `what` is a name that the side which does it knows. */
export interface Fix {
  /** The shop it is done in, or Weft's own ledger. */
  side: "source" | "channel" | "ledger";
  what: string;
  /** ISO code of the country or currency it is about. */
  code?: string;
}

export interface Finding {
  /** "store.reachable"; the part before the point is the group it is shown in. */
  check: string;
  verdict: Verdict;
  facts: Facts;
  /** Of a skipped one: the check that has to pass first. */
  because?: string;
  fix?: Fix;
}

/** The result of one check, without its name. */
export type CheckResult = Omit<Finding, "check">;

/** A part of the evidence: its value, or the check whose failure kept it from being read. */
export type Part<T> = { value: T } | { because: string };

/** One check over what a platform gathered. Pure. */
export interface Check<Evidence> {
  name: string;
  run(evidence: Evidence): CheckResult;
}

export interface CheckReport {
  findings: readonly Finding[];
  /** Epoch ms when the check ended. */
  checkedAt: number;
  tookMs: number;
  /** Requests to both shops together. */
  requests: number;
}

export type Tally = Readonly<Record<Verdict, number>>;

export const pass = (facts: Facts = {}): CheckResult => ({ verdict: "pass", facts });
export const skip = (because: string): CheckResult => ({ verdict: "skipped", facts: {}, because });
export const warn = (facts: Facts = {}, fix?: Fix): CheckResult => troubled("warn", facts, fix);
export const fail = (facts: Facts = {}, fix?: Fix): CheckResult => troubled("fail", facts, fix);

function troubled(verdict: Verdict, facts: Facts, fix: Fix | undefined): CheckResult {
  return fix ? { verdict, facts, fix } : { verdict, facts };
}

/** Judges a part that was read; otherwise names the check that has to pass first. */
export function whenRead<T>(part: Part<T>, judge: (value: T) => CheckResult): CheckResult {
  return "value" in part ? judge(part.value) : skip(part.because);
}

/** The value of a part, if it was read. */
export function valueOf<T>(part: Part<T>): T | undefined {
  return "value" in part ? part.value : undefined;
}

export function runChecks<Evidence>(
  checks: readonly Check<Evidence>[],
  evidence: Evidence,
): Finding[] {
  return checks.map(({ name, run }) => ({ check: name, ...run(evidence) }));
}

/** The findings of a side that cannot be spoken to at all: one failed, the others wait for it. */
export function blockedBy(culprit: string, facts: Facts, checks: readonly string[]): Finding[] {
  return checks.map((check) => ({
    check,
    ...(check === culprit ? fail(facts) : skip(culprit)),
  }));
}

/** How many findings there are of each verdict. */
export function tally(findings: readonly Finding[]): Tally {
  const counts = { pass: 0, warn: 0, fail: 0, skipped: 0 };
  for (const { verdict } of findings) counts[verdict] += 1;
  return counts;
}
