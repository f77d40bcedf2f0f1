/**
 * Between instants and the times of a store, which are written in the store's own zone without saying so.
 * In the autumn an hour of them happens twice; a window is then widened, never narrowed.
 */
import { instantAt, wallClockAt } from "../../domain/zoned-time";
import type { PullWindow } from "../../domain/catalogue/pull-window";

const SHOP_TIME = /^(\d{4}-\d{2}-(\d{2}))[ T]((\d{2}):\d{2}:\d{2})$/;
/** Longer than any change of a clock, so both sides of one are seen. */
const CLOCK_CHANGE_MS = 3 * 3_600_000;

/** Epoch ms of a store's time; 0 for "0000-00-00 00:00:00" and anything unreadable. */
export function toInstant(storeTime: string, timeZone: string): number {
  const wallClock = toWallClock(storeTime);
  if (wallClock === undefined) return 0;
  try {
    return instantAt(wallClock, timeZone);
  } catch {
    return 0;
  }
}

/** A store's time of an instant: "2026-11-23 11:14:46". Throws RangeError on an unknown zone. */
export function fromInstant(instantMs: number, timeZone: string): string {
  return written(wallClockAt(instantMs, timeZone));
}

/**
 * The filter on `date_upd` for a window (inclusive, in seconds); undefined when it is open.
 * It needs the parameter date=1 beside it.
 */
export function windowFilter(window: PullWindow, timeZone: string): string | undefined {
  const from = window.from === undefined ? undefined : earliest(window.from, timeZone);
  const until = window.until === undefined ? undefined : latest(window.until, timeZone);
  if (from !== undefined && until !== undefined) return `[${from},${until}]`;
  if (from !== undefined) return `>[${from}]`;
  return until === undefined ? undefined : `<[${until}]`;
}

/** One second before, because `>` is strict. */
function earliest(instantMs: number, timeZone: string): string {
  const later = wallClockAt(instantMs + CLOCK_CHANGE_MS, timeZone) - CLOCK_CHANGE_MS;
  return written(Math.min(wallClockAt(instantMs, timeZone), later) - 1000);
}

function latest(instantMs: number, timeZone: string): string {
  const before = wallClockAt(instantMs - CLOCK_CHANGE_MS, timeZone) + CLOCK_CHANGE_MS;
  return written(Math.max(wallClockAt(instantMs, timeZone), before) + 1000);
}

/** A store's time as a wall clock in ms; undefined when no calendar or clock shows it. */
function toWallClock(storeTime: string): number | undefined {
  const match = SHOP_TIME.exec(storeTime);
  if (!match || storeTime.startsWith("0000")) return undefined;
  const [, date, day, time, hour] = match;
  const shown = new Date(`${date}T${time}Z`);
  // It takes 30 February for 2 March and 24:00:00 for the next midnight.
  const isReal = shown.getUTCDate() === Number(day) && shown.getUTCHours() === Number(hour);
  return isReal ? shown.getTime() : undefined;
}

/** Milliseconds of a wall clock are cut off, as a shop keeps none. */
function written(wallClockMs: number): string {
  return new Date(wallClockMs).toISOString().slice(0, 19).replace("T", " ");
}
