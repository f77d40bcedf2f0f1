import type { AttentionEntry } from "../../src/contract/home";

/** A reason that stops products, and how many; at least so many where `isMore`. */
export interface ReasonCount {
  code: string;
  count: number;
  isMore: boolean;
}

/** What of the list of things to do is about products, each reason once, the most frequent first. */
export function reasonsIn(entries: readonly AttentionEntry[]): ReasonCount[] {
  const byCode = new Map<string, ReasonCount>();
  for (const { kind, facts, count, isMore, ...entry } of entries) {
    if (kind !== "product") continue;
    const code = String(facts["filter"] ?? entry.code);
    const known = byCode.get(code);
    byCode.set(code, {
      code,
      count: count + (known?.count ?? 0),
      isMore: isMore || known?.isMore === true,
    });
  }
  return [...byCode.values()].toSorted((a, b) => b.count - a.count);
}
