/** Which subject names of attributes and labels ask for, and of which part of a product. */
import { compoundPart, partOf } from "./cues";
import { SUBJECT_NAMES, SUBJECTS, type Subject } from "./subject-names";
import { stemsOf, termsOf, type Language } from "./terms";

export interface Topic {
  subject: Subject | undefined;
  /** "Lining material" is of the lining. */
  parts: readonly string[];
  stems: readonly string[];
}

/** Of an attribute's name or a label. */
export function topicOf(name: string, language: Language): Topic {
  const terms = termsOf(name);
  const subject = subjectOf(terms);
  const own = new Set(subject ? SUBJECT_NAMES[subject].flatMap(termsOf) : []);
  return {
    subject,
    parts: terms
      .filter((term) => !own.has(term))
      .flatMap((term) => partOf(term) ?? compoundPart(term) ?? []),
    stems: stemsOf(
      terms.filter((term) => !FILLERS.has(term)),
      language,
    ),
  };
}

const FILLERS = new Set(
  "of the a an type is de du des la le l d der die das art en product produkt produit".split(" "),
);

/** The longest name within the words; a compound ends with its subject: "Obermaterial". */
function subjectOf(terms: readonly string[]): Subject | undefined {
  const text = ` ${terms.join(" ")} `;
  let best: Subject | undefined;
  let longest = 0;
  for (const subject of SUBJECTS)
    for (const name of SUBJECT_NAMES[subject])
      if (name.length > longest && isNamed(text, name)) [best, longest] = [subject, name.length];
  return best;
}

const isNamed = (text: string, name: string) =>
  text.includes(` ${name} `) || (name.length >= 6 && text.includes(`${name} `));

/** Whether a label speaks of what the attribute asks for. */
export function isSameTopic(attribute: Topic, label: Topic): boolean {
  const samePart =
    attribute.parts.length === label.parts.length &&
    attribute.parts.every((part) => label.parts.includes(part));
  if (!samePart) return false;
  if (attribute.stems.length > 0 && isWithin(attribute.stems, label.stems)) return true;
  if (label.stems.length > 0 && isWithin(label.stems, attribute.stems) && !attribute.subject)
    return true;
  return attribute.subject !== undefined && attribute.subject === label.subject;
}

const isWithin = (some: readonly string[], all: readonly string[]) =>
  some.every((stem) => all.includes(stem));
