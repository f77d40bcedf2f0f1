import { asSyncError, type SyncError } from "../../domain/errors/sync-error";
import { endsRound } from "../../domain/tasks/job-retry";
import type { ItemOutcome } from "../../domain/tasks/item-outcome";
import type { ItemAnswer } from "../kind";

/**
 * Works on one key after the other. An error ends only its own item, but one that ends the round is
 * the answer for all that follow.
 */
export async function eachKey(
  keys: readonly string[],
  work: (key: string) => Promise<ItemOutcome>,
): Promise<Map<string, ItemAnswer>> {
  const answers = new Map<string, ItemAnswer>();
  let stop: SyncError | undefined;
  for (const key of keys) {
    if (stop) {
      answers.set(key, stop);
      continue;
    }
    try {
      answers.set(key, await work(key));
    } catch (caught) {
      const error = asSyncError(caught);
      answers.set(key, error);
      if (endsRound(error)) stop = error;
    }
  }
  return answers;
}
