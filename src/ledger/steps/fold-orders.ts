import type { Step } from "./step";

/** Some fifty are folded within ten milliseconds, in which no event is taken in. */
const FOLDED_PER_RUN = 50;

/** Folds orders that are long over, some at a time; goes on at once until none is left. */
export const foldOrdersStep: Step = async ({ storage, ports }) => {
  const folded = storage.foldedOrders.fold(ports.now(), FOLDED_PER_RUN);
  return folded < FOLDED_PER_RUN ? undefined : ports.now();
};
