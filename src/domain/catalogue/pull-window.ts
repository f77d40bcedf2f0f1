import { SyncError } from "../errors/sync-error";
import { storeDay } from "../store-day";

/** Inclusive epoch ms bounds on "added or updated in the store"; absent: open. */
export interface PullWindow {
  from?: number;
  until?: number;
}

/** Store-local days ("2026-01-31"), inclusive; absent: open. */
export interface PullDays {
  from?: string;
  until?: string;
}

/** A store's clock may lag behind ours, and so may its caches. */
const OVERLAP_MS = 3_600_000;

/**
 * The days as a window in the store's time zone. Throws SyncError merchant `pull.date_invalid`,
 * `pull.range_reversed`.
 */
export function toPullWindow({ from, until }: PullDays, timeZone: string): PullWindow {
  const window = {
    ...(from ? { from: dayOf(from, timeZone).from } : {}),
    ...(until ? { until: dayOf(until, timeZone).until } : {}),
  };
  if (window.from !== undefined && window.until !== undefined && window.from > window.until)
    throw new SyncError("merchant", "pull.range_reversed", { from, until });
  return window;
}

/**
 * What changed since the last pull began (epoch ms; null: never), with an overlap: an unchanged
 * product costs no write.
 */
export function windowSince(lastPullAt: number | null | undefined): PullWindow {
  return lastPullAt ? { from: lastPullAt - OVERLAP_MS } : {};
}

function dayOf(day: string, timeZone: string) {
  try {
    return storeDay(day, timeZone);
  } catch (cause) {
    throw new SyncError("merchant", "pull.date_invalid", { day: day.slice(0, 20) }, { cause });
  }
}
