/** Words of a store's texts and of a channel's values, brought to a form in which they compare. */
import { foldText } from "../search-text";

/** Languages whose endings are known; a text in another is read by the endings of English. */
export const LANGUAGES = ["en", "de", "fr", "es", "it"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Short words that are frequent in one language and rare in the others. */
const TELLING: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set("the and with for of is are this your you made from our it to".split(" ")),
  de: new Set("der die das und mit fur ist aus ein eine den dem von sie im zu auch".split(" ")),
  fr: new Set("le la les et avec pour est en de des du une un vous votre sur".split(" ")),
  es: new Set("el los las y con para es de del una un su por que muy".split(" ")),
  it: new Set("il lo gli e con per di del della una un che sono nel".split(" ")),
};

/** Folded words in order; signs part them, but for the decimal sign within a number. */
export function termsOf(text: string): string[] {
  return foldText(text).match(/\d+(?:[.,]\d+)*|\p{L}+|%/gu) ?? [];
}

/** The language that most of the words speak for; English where none does. */
export function languageOf(terms: readonly string[]): Language {
  let best: Language = "en";
  let most = 0;
  for (const language of LANGUAGES) {
    const found = terms.filter((term) => TELLING[language].has(term)).length;
    if (found > most) [best, most] = [language, found];
  }
  return best;
}

/** Endings of number, gender and case; the first that leaves three letters is taken off. */
const ENDINGS: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [/(?<=s|x|z|ch|sh)es$/, /(?<!s|u|i)s$/],
  de: [/(?:en|em|er|es|e|n|s)$/],
  fr: [/[sx]$/, /e$/, /(?<=([nlt]))\1$/],
  es: [/s$/, /[aoe]$/],
  it: [/[aoei]$/],
};
const SHORTEST = 3;

/** What inflected forms of a word have in common: "rotes" and "rot", "naturelles" and "naturel". */
export function stemOf(term: string, language: Language): string {
  if (/^\d/.test(term)) return term;
  let stem = language === "en" ? term.replace(/(?<=\w{2})ies$/, "y") : term;
  for (const ending of ENDINGS[language]) {
    const shorter = stem.replace(ending, "");
    if (shorter.length >= SHORTEST) stem = shorter;
  }
  return stem;
}

export function stemsOf(terms: readonly string[], language: Language): string[] {
  return terms.map((term) => stemOf(term, language));
}
