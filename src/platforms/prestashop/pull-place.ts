/**
 * Where a pull is within its window of time. Products that changed in it come first; with an end to the window
 * follow those that were added in it and changed only later. The store joins filters by "and" alone, so it
 * is asked twice; its ids are numbers, so a word before one tells the second pass.
 */
import type { PullWindow } from "../../domain/catalogue/pull-window";
import type { Query } from "./request";
import { windowFilter } from "./time";

const ADDED = "added:";

const isOfAdded = (cursor: string | undefined) => cursor?.startsWith(ADDED) ?? false;

/** What the page behind a cursor is asked with. */
export function placeQuery(
  window: PullWindow,
  timeZone: string,
  cursor: string | undefined,
): Query {
  const after = isOfAdded(cursor) ? cursor?.slice(ADDED.length) : cursor;
  const within = windowFilter(window, timeZone);
  const { until } = window;
  const later = until === undefined ? undefined : windowFilter({ from: until }, timeZone);
  return {
    ...(after ? { "filter[id]": `>[${after}]` } : {}),
    ...(within === undefined ? {} : { date: 1 }),
    ...(isOfAdded(cursor)
      ? { "filter[date_add]": within, "filter[date_upd]": later }
      : { "filter[date_upd]": within }),
  };
}

/** The cursor behind a page: `last` is its last id, undefined where no page of the pass follows. */
export function nextPlace(
  { until }: PullWindow,
  cursor: string | undefined,
  last: string | undefined,
): string | undefined {
  if (isOfAdded(cursor)) return last === undefined ? undefined : ADDED + last;
  return last ?? (until === undefined ? undefined : ADDED);
}
