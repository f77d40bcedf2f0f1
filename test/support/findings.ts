import { expect } from "vitest";
import type { Verdict } from "../../src/domain/health/finding";

interface Shown {
  check: string;
  verdict: Verdict;
  because?: string | null;
}

/** What was checked and did not pass: "store.key fail". */
export function troublesOf(findings: readonly Shown[]): string[] {
  return findings
    .filter(({ verdict }) => verdict === "fail" || verdict === "warn")
    .map(({ check, verdict }) => `${check} ${verdict}`);
}

/** Exactly these troubles, and whatever was not checked waits for one of them. */
export function expectTroubles(findings: readonly Shown[], expected: readonly string[]): void {
  expect(troublesOf(findings)).toEqual(expected);
  const culprits = new Set(expected.map((trouble) => trouble.split(" ")[0]));
  const astray = findings.filter(
    ({ verdict, because }) => verdict === "skipped" && !culprits.has(because ?? ""),
  );
  expect(astray).toEqual([]);
}
