import { instantAt, wallClockAt } from "../zoned-time";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** The quiet hours of a store's day begin then. */
const BEGINS_MS = 2 * HOUR_MS;
/** Connections are spread over so long. */
const SPREAD_MS = 3 * HOUR_MS;

/**
 * The next moment after `now` (epoch ms) for what need not disturb anybody: between two and five at night by the
 * store's clocks. `share`, from 0 to 1, spreads connections over these hours. An unknown zone counts as UTC.
 */
export function nextQuietMoment(now: number, timeZone: string, share: number): number {
  const zone = isZone(timeZone) ? timeZone : "UTC";
  const today = Math.floor(wallClockAt(now, zone) / DAY_MS) * DAY_MS;
  const offset = BEGINS_MS + Math.floor(share * SPREAD_MS);
  const atNight = instantAt(today + offset, zone);
  return atNight > now ? atNight : instantAt(today + DAY_MS + offset, zone);
}

function isZone(timeZone: string): boolean {
  try {
    wallClockAt(0, timeZone);
    return true;
  } catch {
    return false;
  }
}
