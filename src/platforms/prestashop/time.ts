/**
 * Between instants and the times of a shop, which are written in the shop's own zone without saying so.
 * In the autumn an hour of them happens twice; a window is then widened, never narrowed.
 */
import { Temporal } from "temporal-polyfill";
import type { PullWindow } from "../../domain/catalogue/pull-window";

const SHOP_TIME = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/;
/** Longer than any change of a clock, so both sides of one are seen. */
const CLOCK_CHANGE_MS = 3 * 3_600_000;

/** Epoch ms of a shop's time; 0 for "0000-00-00 00:00:00" and anything unreadable. */
export function toInstant(shopTime: string, timeZone: string): number {
  const match = SHOP_TIME.exec(shopTime);
  if (!match || shopTime.startsWith("0000")) return 0;
  try {
    const local = Temporal.PlainDateTime.from(`${match[1]}T${match[2]}`);
    return local.toZonedDateTime(timeZone).epochMilliseconds;
  } catch {
    return 0;
  }
}

/** A shop's time of an instant: "2026-11-23 11:14:46". */
export function fromInstant(instantMs: number, timeZone: string): string {
  return written(Temporal.Instant.fromEpochMilliseconds(instantMs), timeZone);
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
  const wall = (at: number) => fromInstant(at, timeZone);
  const later = shift(wall(instantMs + CLOCK_CHANGE_MS), -CLOCK_CHANGE_MS);
  return shift([wall(instantMs), later].toSorted()[0] ?? later, -1000);
}

function latest(instantMs: number, timeZone: string): string {
  const wall = (at: number) => fromInstant(at, timeZone);
  const before = shift(wall(instantMs - CLOCK_CHANGE_MS), CLOCK_CHANGE_MS);
  return shift([wall(instantMs), before].toSorted()[1] ?? before, 1000);
}

function shift(shopTime: string, byMs: number): string {
  const moved = Temporal.PlainDateTime.from(shopTime.replace(" ", "T")).add({ milliseconds: byMs });
  return moved.toString({ smallestUnit: "second" }).replace("T", " ");
}

function written(instant: Temporal.Instant, timeZone: string): string {
  const local = instant.toZonedDateTimeISO(timeZone).toPlainDateTime();
  return local.toString({ smallestUnit: "second" }).replace("T", " ");
}
