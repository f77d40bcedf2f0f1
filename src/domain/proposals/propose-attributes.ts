/**
 * Values that a store's own words state of a product, for attributes that nothing fills yet. It runs where a person
 * looks at them, in the browser: the Worker neither holds its words nor spends time on it.
 */
import { clausesOf } from "./clauses";
import { decide } from "./decide";
import { isSaid } from "./judge-find";
import { dimensionOf } from "./measures";
import { isMeasured, statedMeasures } from "./stated-measures";
import type { StoreLine } from "./store-lines";
import { statedAnswer, isYesNo } from "./stated-answer";
import type {
  AskingAttribute,
  AttributeProposal,
  Candidate,
  ReadClause,
  Sought,
  Statement,
} from "./shapes";
import { isSameTopic, topicOf } from "./subjects";
import { isEmptyValue, ValueIndex } from "./value-index";
import { languageOf, termsOf, type Language } from "./terms";
import { foldText } from "../search-text";

/**
 * @param lines as `storeLines` gives them
 * @param attributes all of the category, since a label that names one says nothing of another
 * @param isOpen whether an attribute may be proposed at all; what a seller answers for may not
 */
export function proposeAttributes(
  lines: readonly StoreLine[],
  attributes: readonly AskingAttribute[],
  isOpen: (attributeId: string) => boolean,
): AttributeProposal[] {
  const language = languageOf(lines.flatMap(({ text }) => termsOf(text)));
  const clauses = clausesOf(lines).map((clause) => ({
    ...clause,
    topic: clause.label === undefined ? undefined : topicOf(clause.label, language),
  }));
  const all = soughtOf(attributes, language);
  const titles = lines.filter(({ place }) => place === "title");
  const objects = new Set(titles.flatMap(({ text }) => termsOf(text)));
  return all
    .filter(({ attribute }) => isOpen(attribute.id))
    .flatMap((sought) => {
      const candidates = candidatesOf(sought, all, clauses);
      return decide(sought, statementsOf(sought, candidates, language, objects)) ?? [];
    });
}

function soughtOf(attributes: readonly AskingAttribute[], language: Language): Sought[] {
  const dimensions = attributes.map(({ name }) => dimensionOf(foldText(name)));
  return attributes.map((attribute, at) => ({
    attribute,
    topic: topicOf(attribute.name, language),
    dimension: dimensions[at],
    isOnlyOfDimension: dimensions.filter((one) => one === dimensions[at]).length === 1,
  }));
}

/** Clauses whose label names the attribute, or none of the others. */
function candidatesOf(sought: Sought, all: readonly Sought[], clauses: readonly ReadClause[]) {
  return clauses.flatMap((clause) => {
    if (!clause.topic) return [{ clause, isNamed: false }];
    if (isSameTopic(sought.topic, clause.topic)) return [{ clause, isNamed: true }];
    const { topic } = clause;
    const isOthers =
      topic.subject !== undefined ||
      topic.parts.length > 0 ||
      all.some((one) => isSameTopic(one.topic, topic));
    return isOthers ? [] : [{ clause, isNamed: false }];
  });
}

function statementsOf(
  sought: Sought,
  candidates: readonly Candidate[],
  language: Language,
  objects: ReadonlySet<string>,
): Statement[] {
  const { attribute, topic } = sought;
  if (isYesNo(attribute)) return statedAnswer(sought, candidates, language);
  if (isMeasured(sought)) return statedMeasures(sought, candidates);
  if (attribute.values.length === 0) return statedTexts(sought, candidates);
  const index = new ValueIndex(attribute, topic.subject, language);
  return candidates.flatMap(({ clause, isNamed }) =>
    index
      .find(clause.terms)
      .filter((found) => isSaid(found, clause, isNamed ? { ...topic, parts: [] } : topic, objects))
      .map(({ valueId, isCompound, from, to }) => ({
        value: { id: valueId },
        clause,
        isNamed,
        isTelling: isCompound
          ? topic.subject === "material"
          : topic.subject !== undefined || to - from > 1,
        share: shareBefore(clause.terms, from),
      })),
  );
}

/** Free text is taken from a label that names the attribute. */
function statedTexts({ attribute }: Sought, candidates: readonly Candidate[]): Statement[] {
  if (!attribute.isCustomizable || attribute.format) return [];
  return candidates
    .filter(
      ({ clause, isNamed }) => isNamed && clause.text.length <= 60 && !isEmptyValue(clause.text),
    )
    .map(({ clause }) => ({
      value: { name: clause.text.replace(/[.,;]$/, "") },
      clause,
      isNamed: true,
      isTelling: true,
    }));
}

/** "80 % cotton": the amount that stands before a value. */
function shareBefore(terms: readonly string[], at: number): number | undefined {
  const near = terms.slice(Math.max(0, at - 3), at);
  const sign = near.lastIndexOf("%");
  const share = Number((near[sign - 1] ?? "").replace(",", "."));
  return sign > 0 && Number.isFinite(share) ? share : undefined;
}
