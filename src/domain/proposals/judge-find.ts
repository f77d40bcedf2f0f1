/** Whether a value that stands in a clause is said of the product. */
import type { Clause } from "./clauses";
import {
  LIKENESS_AFTER,
  LIKENESS_BEFORE,
  NEGATORS,
  NEGATORS_AFTER,
  PART_REACH,
  compoundPart,
  partOf,
  THAN,
} from "./cues";
import type { Subject } from "./subject-names";
import type { Topic } from "./subjects";
import { termsOf } from "./terms";
import type { Found } from "./value-index";

const NEGATED_WITHIN = 3;
const LIKENED_WITHIN = 2;
/** Of these a product has its own, and each of its parts. */
const OF_PARTS: ReadonlySet<Subject | undefined> = new Set([
  "material",
  "colour",
  "finish",
  undefined,
]);
/** Of these something can look as if it had them. */
const SEEMING: ReadonlySet<Subject | undefined> = new Set([
  "material",
  "gem",
  "country",
  "colour",
  undefined,
]);

/** @param objects what the product is called: a bag is no part of itself */
export function isSaid(
  found: Pick<Found, "from" | "to">,
  { terms, label }: Clause,
  topic: Topic,
  objects: ReadonlySet<string>,
): boolean {
  if (isNegated(found, terms)) return false;
  if (SEEMING.has(topic.subject) && isLikened(found, terms)) return false;
  if (!OF_PARTS.has(topic.subject)) return true;
  const isOfPart = (term: string) => partOf(term) !== undefined && !objects.has(term);
  if (topic.parts.length > 0)
    return [...terms, ...termsOf(label ?? "")].some((term) =>
      topic.parts.includes(partOf(term) ?? compoundPart(term) ?? ""),
    );
  const near = [
    ...terms.slice(Math.max(0, found.from - PART_REACH), found.from),
    ...terms.slice(found.to, found.to + PART_REACH),
  ];
  return !near.some(isOfPart);
}

/** "without", "free of" before it, or "free" behind it. */
export function isNegated(
  { from, to }: Pick<Found, "from" | "to">,
  terms: readonly string[],
): boolean {
  const before = terms.slice(Math.max(0, from - NEGATED_WITHIN), from);
  if (before.some((term) => NEGATORS.has(term))) return true;
  if (NEGATORS_AFTER.has(terms[to] ?? "")) return true;
  return before.at(-1) === "of" && before.at(-2) === "free";
}

function isLikened({ from, to }: Pick<Found, "from" | "to">, terms: readonly string[]): boolean {
  const before = terms.slice(Math.max(0, from - LIKENED_WITHIN), from);
  if (before.some((term) => LIKENESS_BEFORE.has(term))) return true;
  if (LIKENESS_AFTER.has(terms[to] ?? "")) return true;
  const than = before.findLastIndex((term) => THAN.has(term));
  if (than < 0) return false;
  const compared = terms.slice(Math.max(0, from - 5), from);
  return compared.some((term) => term === "plus" || term === "mas" || /..er$/.test(term));
}
