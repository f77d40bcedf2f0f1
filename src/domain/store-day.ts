import { instantAt, wallClockAt } from "./zoned-time";

const DAY_MS = 86_400_000;

/**
 * Bounds of a calendar day in a shop's own time zone as epoch ms UTC, both inclusive. `day` is
 * "2026-01-31". Throws RangeError on a day that does not exist or a zone nobody knows.
 */
export function storeDay(day: string, timeZone: string): { from: number; until: number } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) throw new RangeError(`not a day: ${day.slice(0, 20)}`);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day)
    throw new RangeError(`no such day: ${day}`);
  return {
    from: instantAt(midnight, timeZone),
    until: instantAt(midnight + DAY_MS, timeZone) - 1,
  };
}

/** The last millisecond of the day that a zone's calendar shows at an instant (both epoch ms). RangeError as above. */
export function endOfStoreDay(now: number, timeZone: string): number {
  const midnight = (Math.floor(wallClockAt(now, timeZone) / DAY_MS) + 1) * DAY_MS;
  return instantAt(midnight, timeZone) - 1;
}
