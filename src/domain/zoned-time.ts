/**
 * Between instants and what the clocks of a time zone show. A *wall clock* is such a time in ms as
 * if it were UTC, so that "2026-11-23 11:14:46" is the same number in every zone.
 */

/** Zones whose formatter is kept; building one takes forty times as long as using it. */
const CACHED_ZONES = 64;
/** Ten years of a zone. */
const CACHED_DAYS = 3_660;
const DAY_MS = 86_400_000;

/** By zone name alone, so nothing of one account can reach another. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/**
 * The wall clock of a zone at an instant (epoch ms). Throws RangeError on a zone that is not in the
 * IANA database.
 */
export function wallClockAt(instantMs: number, timeZone: string): number {
  return instantMs + offsetAt(instantMs, timeZone);
}

/**
 * The instant (epoch ms) at which a zone's clocks show a wall clock. A time that happens twice is
 * the first of the two; a skipped time counts as if the clocks had not been changed.
 * Throws RangeError on a zone that is not in the IANA database.
 */
export function instantAt(wallClockMs: number, timeZone: string): number {
  const before = offsetAt(wallClockMs - DAY_MS, timeZone);
  const after = offsetAt(wallClockMs + DAY_MS, timeZone);
  if (before === after) return wallClockMs - before;
  const shown = [wallClockMs - before, wallClockMs - after].filter(
    (instant) => wallClockAt(instant, timeZone) === wallClockMs,
  );
  return shown.length > 0 ? Math.min(...shown) : wallClockMs - before;
}

/**
 * Milliseconds the zone's clocks are ahead of UTC at an instant. On a day that begins and ends with the same
 * offset it is that one: no zone ever changed its clocks twice within a day of UTC.
 */
function offsetAt(instantMs: number, timeZone: string): number {
  const day = Math.floor(instantMs / DAY_MS);
  const offset = offsetOfDay(day, timeZone);
  return offset === offsetOfDay(day + 1, timeZone) ? offset : readOffset(instantMs, timeZone);
}

/** The offset with which a day of UTC begins, counted from the epoch; remembered, as dates of products repeat. */
function offsetOfDay(day: number, timeZone: string): number {
  const known = offsets.get(timeZone)?.get(day);
  if (known !== undefined) return known;
  const offset = readOffset(day * DAY_MS, timeZone);
  if (offsets.size > CACHED_ZONES) offsets.clear();
  const ofZone = offsets.get(timeZone) ?? new Map<number, number>();
  if (ofZone.size >= CACHED_DAYS) ofZone.clear();
  offsets.set(timeZone, ofZone.set(day, offset));
  return offset;
}

function readOffset(instantMs: number, timeZone: string): number {
  const written = formatterOf(timeZone).format(instantMs);
  // "7/1/2026, GMT+05:30"; "GMT" alone; with seconds where a town kept its own time: "GMT-00:01:15".
  const match = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(written);
  if (!match) throw new RangeError(`no offset of ${timeZone}: ${written}`);
  const [, sign, hours = "0", minutes = "0", seconds = "0"] = match;
  const ahead = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === "-" ? -ahead : ahead;
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const cached = formatters.get(timeZone);
  if (cached) return cached;
  const formatter = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  const oldest = formatters.size < CACHED_ZONES ? undefined : formatters.keys().next().value;
  if (oldest !== undefined) formatters.delete(oldest);
  formatters.set(timeZone, formatter);
  return formatter;
}
