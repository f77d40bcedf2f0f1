/** What statements about an attribute come to: one value, several, or none that is told for certain. */
import { acceptedValues } from "../listings/accepted-values";
import type { AttributeValue } from "../listings/listing-details";
import type { AttributeProposal, Evidence, Sought, Statement } from "./shapes";

const MOST_EVIDENCE = 3;
const EVIDENCE_LENGTH = 160;
/** Subjects of which shops say much that holds in passing only. */
const LOOSE: ReadonlySet<string | undefined> = new Set(["style", "occasion", "length", "colour"]);

/** Undefined: nothing is stated. */
export function decide(
  sought: Sought,
  statements: readonly Statement[],
): AttributeProposal | undefined {
  const { attribute } = sought;
  const [best, isCertain] = strongest(sought, statements);
  const chosen = distinct(best);
  if (chosen.length === 0) return undefined;
  const wanted = attribute.isMultiple ? chosen : [pickOne(best)];
  const values = acceptedValues(
    attribute,
    wanted.map(({ value }) => value),
  );
  if (!values) return undefined;
  const isSingle = attribute.isMultiple || chosen.length === 1 || best.some(({ share }) => share);
  return {
    attributeId: attribute.id,
    values: values.map((value) => withName(attribute.values, value)),
    level: isCertain && isSingle ? "sure" : "likely",
    evidence: evidenceOf(
      best.filter((one) => wanted.some(({ value }) => keyOf(value) === keyOf(one.value))),
    ),
  };
}

/** Statements of the strongest kind that there is, and whether they are certain. */
function strongest(
  { topic }: Sought,
  statements: readonly Statement[],
): [readonly Statement[], boolean] {
  const named = statements.filter(({ isNamed }) => isNamed);
  if (named.length > 0) return [named, true];
  const isLoose = LOOSE.has(topic.subject);
  const telling = statements.filter(({ isTelling }) => isTelling);
  const titled = telling.filter(({ clause }) => clause.place === "title");
  if (titled.length > 0) return [titled, !isLoose || topic.subject === "colour"];
  if (telling.length > 0) return [telling, !isLoose];
  return [statements, false];
}

/** The greatest share, else what is said most often, else first. */
function pickOne(statements: readonly Statement[]): Statement {
  const weight = (one: Statement) =>
    (one.share ?? 0) * 100 +
    statements.filter(({ value }) => keyOf(value) === keyOf(one.value)).length;
  return statements.toSorted((a, b) => weight(b) - weight(a))[0] as Statement;
}

const keyOf = ({ id, name }: AttributeValue) => id ?? `=${name}`;

const distinct = (statements: readonly Statement[]) =>
  [...new Map(statements.toReversed().map((one) => [keyOf(one.value), one])).values()].toReversed();

function withName(values: Sought["attribute"]["values"], value: AttributeValue): AttributeValue {
  const known = values.find(({ id }) => id === value.id);
  return known ? { id: known.id, name: known.name } : value;
}

function evidenceOf(statements: readonly Statement[]): Evidence[] {
  const all = statements.map(({ clause: { place, label, text } }) => ({
    place,
    text: cut(label === undefined ? text : `${label}: ${text}`),
  }));
  const once = new Map(all.map((one) => [`${one.place}:${one.text}`, one]));
  return [...once.values()].slice(0, MOST_EVIDENCE);
}

const cut = (text: string) =>
  text.length > EVIDENCE_LENGTH ? `${text.slice(0, EVIDENCE_LENGTH - 1)}…` : text;
