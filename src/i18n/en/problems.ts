/** Every problem in English, by its code. */
import type { ProblemTexts, ProblemWording } from "../base/wording";
import { fact } from "./facts";
import { accountProblems } from "./problems/account";
import { listingProblems } from "./problems/listing";
import { orderGoodsProblems } from "./problems/order-goods";
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
  ...orderGoodsProblems,
  ...orderProblems,
  ...taskProblems,
};

export type ProblemCode = keyof typeof known;

/** Words for every code there is. */
export interface AllProblemTexts extends ProblemTexts {
  known: Readonly<Record<ProblemCode, ProblemWording>>;
}

export const problems: AllProblemTexts = {
  known,
  unknown: {
    what: (f) => `Something went wrong that Weft has no words for yet (${fact(f, "code")}).`,
    means: "This one step was not done; everything else goes on.",
    act: OURS,
  },
};
