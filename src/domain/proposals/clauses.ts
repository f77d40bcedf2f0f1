/** What a store says of a product, cut into clauses: each says one thing of one subject. */
import { CARE, OTHER_PRODUCT, PLAIN_LABELS } from "./cues";
import type { Place, StoreLine } from "./store-lines";
import { termsOf } from "./terms";

export interface Clause {
  place: Place;
  /** As the store writes it; absent: nothing that names a subject. */
  label?: string;
  /** As the store writes it. */
  text: string;
  /** Of the text, as `termsOf` gives them. */
  terms: readonly string[];
}

const MOST_CLAUSES = 400;

export function clausesOf(lines: readonly StoreLine[]): Clause[] {
  return lines.flatMap(ofLine).slice(0, MOST_CLAUSES);
}

function ofLine({ place, label, text }: StoreLine): Clause[] {
  if (place === "feature") return [toClause(place, text, label)];
  if (place === "title") return text.split(TITLE_BREAK).map((part) => toClause(place, part));
  if (label === undefined || isPlain(label))
    return sentencesOf(text).flatMap((one) => spoken(one, place));
  return partsOf(text).map((part) => toClause(place, part, label));
}

const TITLE_BREAK = /\s[-–—|]\s/;
const isPlain = (label: string) => termsOf(label).every((term) => PLAIN_LABELS.has(term));

function toClause(place: Place, text: string, label?: string): Clause {
  const clause = { place, text: text.trim(), terms: termsOf(text) };
  return label === undefined || isPlain(label) ? clause : { ...clause, label };
}

/** Sentences of other products and of care are left out; the rest is cut at commas. */
function spoken(sentence: string, place: Place): Clause[] {
  const folded = termsOf(sentence).join(" ");
  if (OTHER_PRODUCT.test(folded) || CARE.test(folded)) return [];
  return partsOf(sentence).map((part) => toClause(place, part));
}

const sentencesOf = (text: string) =>
  text.split(/(?<=[.!?])\s+|[;•·✓✔►➤★|\n]+/u).filter((one) => one.trim());

/** At commas that do not stand within a number, and at dashes. */
const partsOf = (text: string) => text.split(/,(?!\d)|\s[-–—]\s/).filter((part) => part.trim());
