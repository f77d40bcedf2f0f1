import { foldOrders, foldProducts } from "../db/search/unfolded-rows";
import type { Services } from "./services";

/** Rows a statement, so that their bodies fit in memory, and statements a round of each kind. */
const ROWS = 100;
const ROUNDS = 10;

/** Folds the texts of rows that an older version wrote; once all are folded it finds nothing. */
export async function sweepSearch({ db, log }: Services): Promise<void> {
  for (const [subject, fold] of Object.entries({ products: foldProducts, orders: foldOrders })) {
    let folded = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const found = await fold(db, ROWS);
      folded += found;
      if (found < ROWS) break;
    }
    if (folded > 0) log.info("search.folded", { subject, count: folded });
  }
}
