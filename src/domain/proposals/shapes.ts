/** The shapes of what is read of a product, on the way to what is proposed. */
import type { AttributeValue } from "../listings/listing-details";
import type { ListingAttribute } from "../listings/listing-rules";
import type { Clause } from "./clauses";
import type { Dimension } from "./measures";
import type { Place } from "./store-lines";
import type { Topic } from "./subjects";

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

/** What of an attribute decides what may be proposed. */
export type AskingAttribute = Pick<
  ListingAttribute,
  "id" | "name" | "values" | "isCustomizable" | "isMultiple"
> & { format?: ListingAttribute["format"] | undefined };

/** An attribute as the clauses are searched for it. */
export interface Sought {
  attribute: AskingAttribute;
  topic: Topic;
  dimension: Dimension | undefined;
  /** No other attribute of the category asks for an amount of the kind. */
  isOnlyOfDimension: boolean;
}

/** A clause with the attribute that its label names. */
export interface ReadClause extends Clause {
  topic: Topic | undefined;
}

export interface Candidate {
  clause: ReadClause;
  /** Its label names the attribute. */
  isNamed: boolean;
}

/** The store says that the attribute has a value. */
export interface Statement {
  value: AttributeValue;
  clause: ReadClause;
  /** Under a label that names the attribute. */
  isNamed: boolean;
  /** The words can hardly mean something else. */
  isTelling: boolean;
  /** Per cent of the product. */
  share?: number | undefined;
}
