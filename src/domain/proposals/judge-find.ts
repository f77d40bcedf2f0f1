/** Whether a value that stands in a clause is said of the product. */
import type { Clause } from "./clauses";
import {
  LIKENESS_AFTER,
  LIKENESS_BEFORE,
  NEGATORS,
  NEGATORS_AFTER,
  PART_REACH,
  PARTS,
  THAN,
} from "./cues";
import type { Subject } from "./subject-names";
import type { Topic } from "./subjects";
import { wordsOf } from "./words";
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
  { words, label }: Clause,
  topic: Topic,
  objects: ReadonlySet<string>,
): boolean {
  if (isNegated(found, words)) return false;
  if (SEEMING.has(topic.subject) && isLikened(found, words)) return false;
  if (!OF_PARTS.has(topic.subject)) return true;
  const isPart = (word: string) => PARTS.has(word) && !objects.has(word);
  if (topic.parts.length > 0)
    return [...words, ...wordsOf(label ?? "")].some((word) => topic.parts.includes(word));
  const near = [
    ...words.slice(Math.max(0, found.from - PART_REACH), found.from),
    ...words.slice(found.to, found.to + PART_REACH),
  ];
  return !near.some(isPart);
}

/** "without", "free of" before it, or "free" behind it. */
export function isNegated(
  { from, to }: Pick<Found, "from" | "to">,
  words: readonly string[],
): boolean {
  const before = words.slice(Math.max(0, from - NEGATED_WITHIN), from);
  if (before.some((word) => NEGATORS.has(word))) return true;
  if (NEGATORS_AFTER.has(words[to] ?? "")) return true;
  return before.at(-1) === "of" && before.at(-2) === "free";
}

function isLikened({ from, to }: Pick<Found, "from" | "to">, words: readonly string[]): boolean {
  const before = words.slice(Math.max(0, from - LIKENED_WITHIN), from);
  if (before.some((word) => LIKENESS_BEFORE.has(word))) return true;
  if (LIKENESS_AFTER.has(words[to] ?? "")) return true;
  const than = before.findLastIndex((word) => THAN.has(word));
  if (than < 0) return false;
  const compared = words.slice(Math.max(0, from - 5), from);
  return compared.some((word) => word === "plus" || word === "mas" || /..er$/.test(word));
}
