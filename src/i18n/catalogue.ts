/** What the pages read, by language. English comes with the program, others are loaded when chosen. */
import { en, type Catalogue } from "./en/catalogue";
import type { Language } from "./language";

const CATALOGUES: Readonly<Record<Language, () => Catalogue | Promise<Catalogue>>> = {
  en: () => en,
};

export const DEFAULT_CATALOGUE: Catalogue = en;

/** All that pages show in a language. */
export async function catalogue(language: Language): Promise<Catalogue> {
  return CATALOGUES[language]();
}
