/** What the activity says of a change of settings: which, from what, to what. Settings hold no secret. */
import type { Facts } from "./facts";

/** Longer values are named as changed, without their text. */
const MOST_CHARS = 1_000;

/**
 * The fields of `wanted` that differ from `before`, with both values as JSON; undefined where nothing
 * does.
 */
export function recordedChange(before: object, wanted: object): Facts | undefined {
  const known = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(wanted)
    .map(([field, value]) => ({ field, from: textOf(known.get(field)), to: textOf(value) }))
    .filter(({ from, to }) => from !== to);
  if (changed.length === 0) return undefined;
  const shown = changed.filter(({ from, to }) => from.length + to.length <= MOST_CHARS);
  return {
    fields: changed.map(({ field }) => field).join(", "),
    before: Object.fromEntries(shown.map(({ field, from }) => [field, from])),
    after: Object.fromEntries(shown.map(({ field, to }) => [field, to])),
  };
}

const textOf = (value: unknown): string => JSON.stringify(value ?? null);
