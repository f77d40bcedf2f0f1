/** Finds the values of an attribute in the words of a clause. */
import type { ListingAttribute } from "../listings/listing-rules";
import { EMPTY_VALUES, LIKENESS_ENDINGS } from "./cues";
import { MEANINGS } from "./meanings";
import { SUBJECTS, type Subject } from "./subject-names";
import { stemsOf, termsOf, type Language } from "./terms";

export interface Found {
  valueId: string;
  /** Words of the clause, the end excluded. */
  from: number;
  to: number;
  isCompound: boolean;
}

interface Phrase {
  stems: readonly string[];
  /** Absent: a meaning that the attribute has no value for; it hides shorter ones in it. */
  valueId?: string;
  /** A single word as it begins compounds. */
  head?: string;
}

const SHORTEST_HEAD = 4;

/** The phrases of one attribute, in the language of the text. */
export class ValueIndex {
  readonly #byFirst = new Map<string, Phrase[]>();
  readonly #heads: (Phrase & { head: string })[] = [];

  constructor(
    { values }: Pick<ListingAttribute, "values">,
    readonly subject: Subject | undefined,
    private readonly language: Language,
  ) {
    const meanings = meaningsOf(subject, language);
    for (const { id, name } of values) if (!isEmptyValue(name)) this.#addValue(id, name, meanings);
    for (const { stems } of meanings.flat()) this.#add({ stems });
    this.#heads.sort((a, b) => b.head.length - a.head.length);
  }

  /** What is said, the longest first where phrases overlap. */
  find(terms: readonly string[]): Found[] {
    const stems = stemsOf(terms, this.language);
    const found: Found[] = [];
    for (let at = 0; at < stems.length; at += 1) {
      const phrase = this.#longestAt(stems, at) ?? this.#compoundAt(terms[at] ?? "");
      if (!phrase) continue;
      const to = at + (phrase.head === undefined ? phrase.stems.length : 1);
      const { valueId } = phrase;
      if (valueId !== undefined)
        found.push({ valueId, from: at, to, isCompound: phrase.head !== undefined });
      at = to - 1;
    }
    return found;
  }

  #addValue(id: string, name: string, meanings: readonly Meaning[]) {
    const own = writingsOf(name).map((text) => toSpelling(text, this.language));
    const same = meanings.filter((meaning) =>
      meaning.some(({ stems }) => own.some((spelling) => isEqual(spelling.stems, stems))),
    );
    for (const spelling of [...own, ...same.flat()]) this.#addSpelling(id, spelling);
  }

  #addSpelling(valueId: string, { stems, terms }: Spelling) {
    this.#add({ stems, valueId });
    const [term = ""] = terms;
    const head = term.replace(/e$/, "");
    if (terms.length === 1 && head.length >= SHORTEST_HEAD && this.language === "de")
      this.#heads.push({ stems, valueId, head });
  }

  #add(phrase: Phrase) {
    const [first] = phrase.stems;
    if (first === undefined) return;
    const known = this.#byFirst.get(first) ?? [];
    // Values were added first, and of equal phrases the first counts.
    if (known.some(({ stems }) => isEqual(stems, phrase.stems))) return;
    known.push(phrase);
    this.#byFirst.set(first, known);
  }

  #longestAt(stems: readonly string[], at: number): Phrase | undefined {
    const fits = (this.#byFirst.get(stems[at] ?? "") ?? []).filter((phrase) =>
      phrase.stems.every((stem, offset) => stems[at + offset] === stem),
    );
    return fits.toSorted((a, b) => b.stems.length - a.stems.length)[0];
  }

  #compoundAt(term: string): (Phrase & { head: string }) | undefined {
    if (LIKENESS_ENDINGS.test(term)) return undefined;
    return this.#heads.find(({ head }) => term.startsWith(head) && term.length >= head.length + 3);
  }
}

interface Spelling {
  terms: readonly string[];
  stems: readonly string[];
}
type Meaning = readonly Spelling[];

function toSpelling(text: string, language: Language): Spelling {
  const terms = termsOf(text);
  return { terms, stems: stemsOf(terms, language) };
}

const known = new Map<string, readonly Meaning[]>();

/** Those of the subject, else of all; made once for each language. */
function meaningsOf(subject: Subject | undefined, language: Language): readonly Meaning[] {
  const key = `${subject}:${language}`;
  const made =
    known.get(key) ??
    (subject ? [subject] : SUBJECTS)
      .flatMap((one) => MEANINGS[one] ?? [])
      .map((texts) => texts.map((text) => toSpelling(text, language)));
  known.set(key, made);
  return made;
}

/** "Polyamide (Nylon)", "Spandex/Elastane" and "100% Cotton" say each of their parts. */
function writingsOf(name: string): string[] {
  const plain = name.replace(/\([^)]*\)/g, " ");
  const within = [...name.matchAll(/\(([^)]*)\)/g)].map(([, text = ""]) => text);
  const parts = [plain, ...within].flatMap((text) => text.split("/"));
  const texts = [name, ...parts].map((text) => text.replace(/^\s*100\s*%/, ""));
  return [...new Set(texts.filter((text) => termsOf(text).length > 0))];
}

export const isEmptyValue = (name: string) => termsOf(name).every((term) => EMPTY_VALUES.has(term));

const isEqual = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((stem, at) => stem === other[at]);
