/** When the products of a store are asked for again. Times are epoch ms, durations ms. */

/** A whole walk of a store that tells no more than which products were saved. */
const WALK_EVERY_MS = 8 * 60_000;
/** Of a store that compares its products itself: what it does not see is found by this. */
const RARE_WALK_EVERY_MS = 6 * 3_600_000;
/** A walk leaves the store these pauses, so that it does not come in one burst. */
const SPREAD_OVER_MS = 7 * 60_000;
/** A store changes prices at whole minutes, and its clock may be a little behind. */
const BEHIND_EDGE_MS = 2_000;
/** Connections are not all due in the same second. */
const SPREAD_MS = 13_000;

/** Products of one page of a walk. */
export const WALK_PAGE_SIZE = 100;

/**
 * When changes are asked for next: shortly behind the next whole period of `everyMs`, because
 * discounts begin and end at whole minutes. `chance`: at least 0, below 1.
 */
export function nextScanAt(now: number, everyMs: number, chance: number): number {
  return (
    (Math.floor(now / everyMs) + 1) * everyMs + BEHIND_EDGE_MS + Math.floor(chance * SPREAD_MS)
  );
}

/** When the walk begins again. `tellsAll`: the store names every product that changed. */
export function nextWalkAt(begunAt: number, now: number, tellsAll: boolean): number {
  return Math.max(now, begunAt + (tellsAll ? RARE_WALK_EVERY_MS : WALK_EVERY_MS));
}

/**
 * Rest before the next page of a walk over so many products, where the last one took `tookMs`. From the
 * beginning of one page to that of the next, so that a slow store does not make the walk longer than the
 * time between two walks.
 */
export function walkPauseMs(products: number, tookMs: number): number {
  const share = SPREAD_OVER_MS / (Math.ceil(products / WALK_PAGE_SIZE) + 1);
  return Math.max(0, Math.floor(share - tookMs));
}
