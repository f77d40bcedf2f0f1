/** Attributes that ask yes or no: the store says so by naming what is asked for, or by taking it back. */
import type { ListingAttribute } from "../listings/listing-rules";
import { NO, YES } from "./cues";
import { isNegated } from "./judge-find";
import type { Heard, Sought, Statement } from "./shapes";
import { stemsOf, wordsOf, type Language } from "./words";

const isWord = (name: string, set: ReadonlySet<string>) => set.has(wordsOf(name).join(" "));

export const isYesNo = ({ values }: Pick<ListingAttribute, "values">) =>
  values.length >= 2 &&
  values.length <= 3 &&
  values.some(({ name }) => isWord(name, YES)) &&
  values.some(({ name }) => isWord(name, NO));

export function statedAnswer(
  { attribute, topic }: Sought,
  heard: readonly Heard[],
  language: Language,
): Statement[] {
  const answer = (set: ReadonlySet<string>) =>
    attribute.values.find(({ name }) => isWord(name, set));
  const toStatement = (heardOf: Heard, isYes: boolean, isTelling: boolean): Statement[] => {
    const value = answer(isYes ? YES : NO);
    if (!value) return [];
    return [{ value: { id: value.id }, ...heardOf, isTelling, isLiteral: true }];
  };
  return heard.flatMap((one) => {
    const { clause, isNamed } = one;
    const [first = ""] = clause.words;
    if (isNamed && (YES.has(first) || NO.has(first))) return toStatement(one, YES.has(first), true);
    const stems = stemsOf(clause.words, language);
    const at = placeOf(topic.stems, stems);
    if (at < 0) return [];
    const span = { from: at, to: at + topic.stems.length };
    return toStatement(
      one,
      !isNegated(span, clause.words),
      topic.stems.length > 1 || topic.stems.join("").length > 7,
    );
  });
}

/** Where some stand one after the other among all; -1: nowhere. */
function placeOf(some: readonly string[], all: readonly string[]): number {
  if (some.length === 0) return -1;
  return all.findIndex((_, at) => some.every((stem, offset) => all[at + offset] === stem));
}
