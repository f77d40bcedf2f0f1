/** Every problem in English, by its code. */
import type { ProblemTexts, ProblemWording } from "../base/wording";
import { accountProblems } from "./problems/account";
import { firstProblems, unknownProblem } from "./problems/first";
import { listingProblems } from "./problems/listing";
import { orderHandlingProblems } from "./problems/order-handling";
import { orderGoodsProblems } from "./problems/order-goods";
import { orderProblems } from "./problems/orders";
import { pictureProblems } from "./problems/pictures";
import { shipmentProblems } from "./problems/shipments";
import { storeProblems } from "./problems/store";
import { taskProblems } from "./problems/tasks";
import { tiktokProblems } from "./problems/tiktok";

const known = {
  ...firstProblems,
  ...accountProblems,
  ...listingProblems,
  ...storeProblems,
  ...tiktokProblems,
  ...orderGoodsProblems,
  ...orderHandlingProblems,
  ...orderProblems,
  ...pictureProblems,
  ...shipmentProblems,
  ...taskProblems,
};

export type ProblemCode = keyof typeof known;

/** Words for every code there is. */
export interface AllProblemTexts extends ProblemTexts {
  known: Readonly<Record<ProblemCode, ProblemWording>>;
}

export const problems: AllProblemTexts = {
  known,
  unknown: unknownProblem,
};
