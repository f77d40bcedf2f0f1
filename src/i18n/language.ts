/**
 * The languages Weft speaks. A language is a folder and a name here; the compiler then asks for its line
 * in the two tables, `catalogue.ts` of the pages and `server-catalogue.ts` of the server.
 */
export const LANGUAGES = ["en"] as const;
export type Language = (typeof LANGUAGES)[number];

export const DEFAULT_LANGUAGE = "en" satisfies Language;

/**
 * The first language Weft speaks among what a reader prefers, English otherwise. A preference is a tag
 * or an `Accept-Language` header; the first argument weighs most: the account's choice, then the header.
 */
export function pickLanguage(...preferences: readonly (string | null | undefined)[]): Language {
  for (const tag of preferences.flatMap(tagsOf)) {
    const language = primaryOf(tag);
    if (isLanguage(language)) return language;
  }
  return DEFAULT_LANGUAGE;
}

/** The reader's own locale of a language ("en-GB" for "en"), which decides how figures are written. */
export function pickLocale(language: Language, tags: readonly string[]): string {
  return tags.find((tag) => primaryOf(tag) === language) ?? language;
}

const isLanguage = (name: string): name is Language =>
  LANGUAGES.some((language) => language === name);
const primaryOf = (tag: string) => tag.split("-")[0]?.toLowerCase() ?? "";

/** The tags of a header, what weighs most first: "de;q=0.5, en-GB" is ["en-GB", "de"]. */
function tagsOf(preference: string | null | undefined): string[] {
  return (preference ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", weight] = part.trim().split(/;\s*q=/);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== "" && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
