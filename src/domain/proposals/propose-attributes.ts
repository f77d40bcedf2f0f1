/**
 * Values that a store's own words state of a product, for attributes that nothing fills yet. It proposes and decides
 * nothing; of what a seller answers for it says nothing at all.
 */
import type { SourceProduct } from "../catalogue/source-product";
import type { AttributeValue } from "../listings/listing-details";
import type { ListingAttribute } from "../listings/listing-rules";
import { safetyAttributes } from "../listings/safety-attribute";
import { clausesOf, type Clause, type Place } from "./clauses";
import { decide, type Statement } from "./decide";
import { isSaid } from "./judge-find";
import { dimensionOf, type Dimension } from "./measures";
import { statedMeasures } from "./stated-measures";
import { statedAnswer, isYesNo } from "./stated-answer";
import { isSameTopic, topicOf, type Topic } from "./subjects";
import { isEmptyValue, ValueIndex } from "./value-index";
import { languageOf, wordsOf, type Language } from "./words";
import { foldText } from "../search-text";

export interface Evidence {
  place: Place;
  /** As the store writes it, cut. */
  text: string;
}

export interface AttributeProposal {
  attributeId: string;
  /** Taken by the attribute as they are; one where it takes one. */
  values: readonly AttributeValue[];
  /** sure: the store states it; likely: it may be meant otherwise, so that a person looks first. */
  level: "sure" | "likely";
  evidence: readonly Evidence[];
}

/** What of a product is read. */
export type ReadProduct = Pick<SourceProduct, "name" | "description" | "features" | "brand">;

/** An attribute as the clauses are searched for it. */
export interface Sought {
  attribute: ListingAttribute;
  topic: Topic;
  dimension: Dimension | undefined;
  /** No other attribute of the category asks for an amount of the kind. */
  isOnlyOfDimension: boolean;
}

/** A clause with the attribute that its label names. */
export interface ReadClause extends Clause {
  topic: Topic | undefined;
}

/**
 * @param attributes all of the category, since a label that names one says nothing of another
 * @param isOpen whether an attribute still takes a value
 */
export function proposeAttributes(
  product: ReadProduct,
  attributes: readonly ListingAttribute[],
  isOpen: (attributeId: string) => boolean,
): AttributeProposal[] {
  const language = languageOf(wordsOf(`${product.name} ${product.description}`.slice(0, 20_000)));
  const clauses = clausesOf(product).map((clause) => ({
    ...clause,
    topic: clause.label === undefined ? undefined : topicOf(clause.label, language),
  }));
  const all = soughtOf(attributes, language);
  const safety = safetyAttributes(attributes);
  const objects = new Set(wordsOf(product.name));
  return all
    .filter(({ attribute: { id, kind } }) => kind === "product" && !safety.has(id) && isOpen(id))
    .flatMap((sought) => {
      const heard = heardOf(sought, all, clauses);
      return decide(sought, statementsOf(sought, heard, language, objects)) ?? [];
    });
}

function soughtOf(attributes: readonly ListingAttribute[], language: Language): Sought[] {
  const dimensions = attributes.map(({ name }) => dimensionOf(foldText(name)));
  return attributes.map((attribute, at) => ({
    attribute,
    topic: topicOf(attribute.name, language),
    dimension: dimensions[at],
    isOnlyOfDimension: dimensions.filter((one) => one === dimensions[at]).length === 1,
  }));
}

/** Clauses whose label names the attribute, or none of the others. */
function heardOf(sought: Sought, all: readonly Sought[], clauses: readonly ReadClause[]) {
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

export interface Heard {
  clause: ReadClause;
  /** Its label names the attribute. */
  isNamed: boolean;
}

function statementsOf(
  sought: Sought,
  heard: readonly Heard[],
  language: Language,
  objects: ReadonlySet<string>,
): Statement[] {
  const { attribute, topic } = sought;
  if (isYesNo(attribute)) return statedAnswer(sought, heard, language);
  const measured = sought.dimension ? statedMeasures(sought, heard) : [];
  if (measured.length > 0) return measured;
  if (attribute.values.length === 0) return statedTexts(sought, heard);
  const index = new ValueIndex(attribute, topic.subject, language);
  return heard.flatMap(({ clause, isNamed }) =>
    index
      .find(clause.words)
      .filter((found) => isSaid(found, clause, isNamed ? { ...topic, parts: [] } : topic, objects))
      .map(({ valueId, isLiteral, isCompound, from, to }) => ({
        value: { id: valueId },
        clause,
        isNamed,
        isTelling:
          (topic.subject !== undefined || to - from > 1) && !isCompound
            ? true
            : isCompound && topic.subject === "material",
        isLiteral,
        share: shareBefore(clause.words, from),
      })),
  );
}

/** Free text is taken from a label that names the attribute. */
function statedTexts({ attribute }: Sought, heard: readonly Heard[]): Statement[] {
  if (!attribute.isCustomizable || attribute.format) return [];
  return heard
    .filter(
      ({ clause, isNamed }) => isNamed && clause.text.length <= 60 && !isEmptyValue(clause.text),
    )
    .map(({ clause }) => ({
      value: { name: clause.text.replace(/[.,;]$/, "") },
      clause,
      isNamed: true,
      isTelling: true,
      isLiteral: true,
    }));
}

/** "80 % cotton": the amount that stands before a value. */
function shareBefore(words: readonly string[], at: number): number | undefined {
  const near = words.slice(Math.max(0, at - 3), at);
  const sign = near.lastIndexOf("%");
  const share = Number((near[sign - 1] ?? "").replace(",", "."));
  return sign > 0 && Number.isFinite(share) ? share : undefined;
}
