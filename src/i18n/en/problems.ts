/** Every problem in English, by its code; "code:reason" words one of several reasons of a code. */
import type { ProblemWording } from "../base/wording";
import { fact } from "./facts";
import { accountProblems } from "./problems/account";
import { listingProblems } from "./problems/listing";
import { orderProblems } from "./problems/orders";
import { OURS } from "./problems/sentences";
import { storeProblems } from "./problems/store";
import { taskProblems } from "./problems/tasks";
import { tiktokProblems } from "./problems/tiktok";

const known = {
  ...accountProblems,
  ...listingProblems,
  ...storeProblems,
  ...tiktokProblems,
  ...orderProblems,
  ...taskProblems,
};

export type ProblemCode = keyof typeof known;

export interface ProblemTexts {
  known: Readonly<Record<ProblemCode, ProblemWording>>;
  /** Of a code nobody wrote words for; the code is among its facts. */
  unknown: ProblemWording;
}

export const problems: ProblemTexts = {
  known,
  unknown: {
    what: (f) => `Something went wrong that Weft has no words for yet (${fact(f, "code")}).`,
    means: "This one step was not done; everything else goes on.",
    act: OURS,
  },
};
