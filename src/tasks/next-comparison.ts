import { nextQuietMoment } from "../domain/reports/quiet-hour";
import { shortHash } from "../lib/short-hash";

const HASHES = 2 ** 32;

/** When a connection is compared next, by its store's clocks; `now` and the answer: epoch ms. */
export function nextComparison(connectionId: string, timeZone: string, now: number): number {
  const share = Number.parseInt(shortHash(connectionId), 16) / HASHES;
  return nextQuietMoment(now, timeZone, share);
}
