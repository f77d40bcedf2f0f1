/**
 * A product that changed is read twice. The first read may be answered by a replica or a cache that does not
 * know of the change yet, and a store that compares its products itself names no change a second time.
 */
import { reread } from "./ingest";
import type { LedgerStorage } from "./storage";

/** Between two rounds: a second read is at least so much younger than the change. */
const ROUND_MS = 4 * 60_000;
/** More wait for the next round. */
const MOST_IDS = 10_000;

/** What was named before the last round is read now, what was named since then in the next. `now`: epoch ms. */
export function takeSecondReads(storage: LedgerStorage, now: number): void {
  const { notes } = storage;
  // A round of the future was noted by a clock that was set back since.
  if (Math.abs(now - (notes.read("secondReadsAt") ?? 0)) < ROUND_MS) return;
  const second = notes.listRereads("second", MOST_IDS);
  const named = notes.listRereads("named", MOST_IDS);
  if (second.ids.length + named.ids.length === 0) return;
  if (second.ids.length > 0) reread(storage, "product", second.ids, now);
  notes.removeRereads("second", second.upTo);
  notes.addRereads("second", named.ids);
  notes.removeRereads("named", named.upTo);
  notes.write("secondReadsAt", now);
}
