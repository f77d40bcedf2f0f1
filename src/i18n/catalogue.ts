/** What the pages read, by language. English comes with the program, others are loaded when chosen. */
import { english, type Catalogue, type English } from "./en/catalogue";
import type { DEFAULT_LANGUAGE, Language } from "./language";

type Catalogues = Readonly<
  Record<typeof DEFAULT_LANGUAGE, () => English> &
    Record<Exclude<Language, typeof DEFAULT_LANGUAGE>, () => Promise<Catalogue>>
>;

const CATALOGUES: Catalogues = {
  en: () => english,
};

/** All that pages show in a language. */
export async function catalogue(language: Language): Promise<Catalogue | English> {
  return CATALOGUES[language]();
}
