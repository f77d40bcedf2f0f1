/** Attributes that ask yes or no: the store says so by naming what is asked for, or by taking it back. */
import type { ListingAttribute } from "../listings/listing-rules";
import { NO, YES } from "./cues";
import { isNegated } from "./judge-find";
import type { Candidate, Sought, Statement } from "./shapes";
import { stemsOf, termsOf, type Language } from "./terms";

const isTerm = (name: string, set: ReadonlySet<string>) => set.has(termsOf(name).join(" "));

export const isYesNo = ({ values }: Pick<ListingAttribute, "values">) =>
  values.length >= 2 &&
  values.length <= 3 &&
  values.some(({ name }) => isTerm(name, YES)) &&
  values.some(({ name }) => isTerm(name, NO));

export function statedAnswer(
  { attribute, topic }: Sought,
  candidates: readonly Candidate[],
  language: Language,
): Statement[] {
  const answer = (set: ReadonlySet<string>) =>
    attribute.values.find(({ name }) => isTerm(name, set));
  const toStatement = (
    candidatesOf: Candidate,
    isYes: boolean,
    isTelling: boolean,
  ): Statement[] => {
    const value = answer(isYes ? YES : NO);
    if (!value) return [];
    return [{ value: { id: value.id }, ...candidatesOf, isTelling }];
  };
  return candidates.flatMap((one) => {
    const { clause, isNamed } = one;
    const [first = ""] = clause.terms;
    if (isNamed && (YES.has(first) || NO.has(first))) return toStatement(one, YES.has(first), true);
    const stems = stemsOf(clause.terms, language);
    const at = placeOf(topic.stems, stems);
    if (at < 0) return [];
    const span = { from: at, to: at + topic.stems.length };
    return toStatement(
      one,
      !isNegated(span, clause.terms),
      topic.stems.length > 1 || topic.stems.join("").length > 7,
    );
  });
}

/** Where some stand one after the other among all; -1: nowhere. */
function placeOf(some: readonly string[], all: readonly string[]): number {
  if (some.length === 0) return -1;
  return all.findIndex((_, at) => some.every((stem, offset) => all[at + offset] === stem));
}
