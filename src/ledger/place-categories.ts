/** When it is read anew which products are in the categories that say how much goes on sale. */
import type { Observation } from "../sync/ledger-api";
import { sweepEntity } from "./entities";
import type { LedgerStorage } from "./storage";

type Parts = Pick<LedgerStorage, "outbox" | "categoryStock">;

/** The pages of a pull that follow each other make one reading. */
const WITHIN_MS = 10_000;

/** Now (epoch ms): somebody moved products. Nothing where no category has a rule. */
export function placeCategoriesNow({ outbox, categoryStock }: Parts, now: number): void {
  if (categoryStock.list().length > 0)
    outbox.runNow("place-categories", sweepEntity("place-categories"), now);
}

/** Soon: products that were read whole may be in other categories of the store. */
export function placeCategoriesSoon(
  { outbox, categoryStock }: Parts,
  seen: readonly Observation[],
  now: number,
): void {
  const isWhole = seen.some(({ isOffered }) => isOffered !== undefined);
  if (isWhole && categoryStock.list().length > 0)
    outbox.schedule("place-categories", sweepEntity("place-categories"), now + WITHIN_MS);
}
