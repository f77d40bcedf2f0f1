import type { ProblemTexts } from "../base/wording";
import { mails } from "./mails";
import { accountProblems } from "./problems/account";
import { firstProblems, unknownProblem } from "./problems/first";
import { storeProblems } from "./problems/store";

/** What every language has to hold for the server. */
export interface ServerCatalogue {
  /** What a store's module can be refused for; pages hold the words of everything else. */
  problems: ProblemTexts;
  mails: typeof mails;
}

const known = { ...firstProblems, ...accountProblems, ...storeProblems };

export const en: ServerCatalogue = { problems: { known, unknown: unknownProblem }, mails };
