/**
 * What the channel changed of a category's rules: what it asks now and did not ask before, and whether
 * that is what stops a product. Pure; a demand that was dropped stops nobody and is left out.
 */
import type { Reason } from "../errors/reason";
import type {
  CategoryRules,
  ListingAttribute,
  ListingCertification,
  RequirementCondition,
} from "./listing-rules";

export const RULE_SUBJECTS = [
  "attribute",
  "certificate",
  "size_chart",
  "package",
  "manufacturer",
  "responsible_person",
  "producer_responsibility",
  "deposit",
] as const;

/**
 * "asked": it is required now; "asked_when": now some value of another attribute requires it; "values":
 * values that it took are not taken any more; "expiry": its date of expiry is asked.
 */
export const RULE_MOVES = ["asked", "asked_when", "values", "expiry"] as const;

export interface RuleNews {
  subject: (typeof RULE_SUBJECTS)[number];
  move: (typeof RULE_MOVES)[number];
  /** Of the attribute or the certificate; "" for the rest. */
  id: string;
  name: string;
}

/** A change is told for so long, in ms; later the rules are simply the rules. */
export const RULE_NEWS_MS = 30 * 86_400_000;

/** What a category asks now beyond what it asked before. */
export function diffRules(before: CategoryRules, now: CategoryRules): RuleNews[] {
  const ofProduct = ({ attributes }: CategoryRules) =>
    attributes.filter(({ kind }) => kind === "product");
  return [
    ...diffEach("attribute", ofProduct(before), ofProduct(now), lostValues),
    ...diffEach("certificate", before.rules.certifications, now.rules.certifications, newExpiry),
    ...FLAGS.filter(({ isAsked }) => isAsked(now) && !isAsked(before)).map(toAsked),
  ];
}

const toAsked = ({ subject }: Pick<RuleNews, "subject">): RuleNews => ({
  subject,
  move: "asked",
  id: "",
  name: "",
});

const FLAGS: readonly {
  subject: RuleNews["subject"];
  isAsked: (of: CategoryRules) => boolean;
}[] = [
  { subject: "size_chart", isAsked: ({ rules }) => rules.sizeChart === "required" },
  { subject: "package", isAsked: ({ rules }) => rules.needsPackageDimensions },
  { subject: "manufacturer", isAsked: ({ rules }) => rules.needsManufacturer },
  { subject: "responsible_person", isAsked: ({ rules }) => rules.needsResponsiblePerson },
  {
    subject: "producer_responsibility",
    isAsked: ({ rules }) => rules.needsProducerResponsibility === true,
  },
  { subject: "deposit", isAsked: ({ rules }) => rules.needsDeposit === true },
];

interface Demanded {
  id: string;
  name: string;
  isRequired: boolean;
  requiredWhen?: readonly RequirementCondition[];
}

function diffEach<Demand extends Demanded>(
  subject: RuleNews["subject"],
  before: readonly Demand[],
  now: readonly Demand[],
  moreOf: (was: Demand | undefined, is: Demand) => RuleNews["move"] | undefined,
): RuleNews[] {
  const known = new Map(before.map((one) => [one.id, one]));
  return now.flatMap((is) => {
    const was = known.get(is.id);
    const move = demandMove(was, is) ?? moreOf(was, is);
    return move ? [{ subject, move, id: is.id, name: is.name }] : [];
  });
}

function demandMove(was: Demanded | undefined, is: Demanded): RuleNews["move"] | undefined {
  if (was?.isRequired) return undefined;
  if (is.isRequired) return "asked";
  const known = new Set((was?.requiredWhen ?? []).map(toText));
  return (is.requiredWhen ?? []).some((one) => !known.has(toText(one))) ? "asked_when" : undefined;
}

const toText = ({ attributeId, valueId }: RequirementCondition) => `${attributeId}:${valueId}`;

function lostValues(was: ListingAttribute | undefined, is: ListingAttribute) {
  const taken = new Set(is.values.map(({ id }) => id));
  return was?.values.some(({ id }) => !taken.has(id)) ? ("values" as const) : undefined;
}

function newExpiry(was: ListingCertification | undefined, is: ListingCertification) {
  return is.needsExpiry && was && !was.needsExpiry ? ("expiry" as const) : undefined;
}

/** Whether a product is stopped by something that did not stop it by the rules before. */
export function isNewlyStopped(before: readonly Reason[], now: readonly Reason[]): boolean {
  const known = new Set(before.flatMap(partsOf));
  return now.flatMap(partsOf).some((part) => !known.has(part));
}

/** A reason about several fields is as many parts. */
function partsOf({ code, facts }: Reason): string[] {
  const ids = facts["ids"];
  return Array.isArray(ids) ? ids.map((id) => `${code}:${String(id)}`) : [code];
}

/** For a sentence: the fields and the other subjects that a change is about, those that stop products. */
export function toNewsFacts(news: readonly RuleNews[]): { names: string[]; subjects: string[] } {
  return {
    names: news.flatMap(({ name }) => (name ? [name] : [])),
    subjects: news.flatMap(({ name, subject }) => (name ? [] : [subject])),
  };
}
