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
    from: startOfDay(midnight, timeZone),
    until: startOfDay(midnight + DAY_MS, timeZone) - 1,
  };
}

const DAY_MS = 86_400_000;

/** The zone's offset may differ between the guess and the answer, so it is asked for twice. */
function startOfDay(wallClock: number, timeZone: string): number {
  const guess = wallClock - offsetAt(wallClock, timeZone);
  return wallClock - offsetAt(guess, timeZone);
}

/** Milliseconds the zone is ahead of UTC at a moment. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    of("year"),
    of("month") - 1,
    of("day"),
    of("hour"),
    of("minute"),
    of("second"),
  );
  return wall - Math.floor(at / 1000) * 1000;
}
