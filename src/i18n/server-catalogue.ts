/** What the server writes to a person, by language: mails, and why a store's module was refused. */
import { en, type ServerCatalogue } from "./en/server-catalogue";
import type { Language } from "./language";

const CATALOGUES: Readonly<Record<Language, ServerCatalogue>> = { en };

export const serverCatalogue = (language: Language): ServerCatalogue => CATALOGUES[language];
