/**
 * English, and by its type what every language has to hold for the pages. What only some of them read
 * is loaded with them.
 */
import type { HelpTexts } from "../base/wording";
import type { CheckTexts } from "./checks";
import { problems, type AllProblemTexts } from "./problems";
import { ui } from "./ui";

export interface Catalogue {
  /** What every page shows. */
  ui: typeof ui;
  problems: AllProblemTexts;
  checks: () => Promise<CheckTexts>;
  help: () => Promise<HelpTexts>;
}

export const en: Catalogue = {
  ui,
  problems,
  checks: async () => (await import("./checks")).checks,
  help: async () => (await import("./help")).help,
};
