/**
 * What the pages read in a language, and what English has of it. The messages of English come with the
 * code of the pages that say them, the rest is loaded by what shows it.
 */
import type { HelpTexts } from "../base/wording";
import type { CheckTexts } from "./checks";
import type { AllProblemTexts } from "./problems";
import type { UiPart, UiTexts } from "./ui";

/** What only some pages show. */
export interface ShownTexts {
  problems: () => Promise<AllProblemTexts>;
  checks: () => Promise<CheckTexts>;
  help: () => Promise<HelpTexts>;
}

export interface Catalogue extends ShownTexts {
  /** The messages of the pages, by part. */
  ui: { readonly [Part in UiPart]: () => Promise<UiTexts[Part]> };
}

/** English: its messages are at hand wherever they are said. */
export interface English extends ShownTexts {
  ui: null;
}

export const english: English = {
  ui: null,
  problems: async () => (await import("./problems")).problems,
  checks: async () => (await import("./checks")).checks,
  help: async () => (await import("./help")).help,
};
