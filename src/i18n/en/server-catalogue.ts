import { mails } from "./mails";
import { problems, type AllProblemTexts } from "./problems";

/** What every language has to hold for the server. */
export interface ServerCatalogue {
  problems: AllProblemTexts;
  mails: typeof mails;
}

export const en: ServerCatalogue = { problems, mails };
