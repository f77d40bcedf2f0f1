/**
 * English, and by its type what every language has to hold. What only some pages or only the server
 * read is loaded when it is needed.
 */
import type { HelpTexts } from "../base/wording";
import type { CheckTexts } from "./checks";
import type { mails } from "./mails";
import { problems, type AllProblemTexts } from "./problems";
import { ui } from "./ui";

export interface Catalogue {
  /** What every page shows. */
  ui: typeof ui;
  problems: AllProblemTexts;
  checks: () => Promise<CheckTexts>;
  help: () => Promise<HelpTexts>;
  mails: () => Promise<typeof mails>;
}

export const en: Catalogue = {
  ui,
  problems,
  checks: async () => (await import("./checks")).checks,
  help: async () => (await import("./help")).help,
  mails: async () => (await import("./mails")).mails,
};
