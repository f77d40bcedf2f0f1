import { openBriefMemory } from "../lib/brief-memory";

/** A task that takes longer reads again what its sessions share. */
const MAX_AGE_MS = 10 * 60_000;
const MOST_WORKS = 8;

/** One object for each piece of work, by its id, for as long as this isolate remembers it. `now`: epoch ms. */
export function openWorks(now: () => number): (id: string | undefined) => object | undefined {
  const works = openBriefMemory<object>({ maxAgeMs: MAX_AGE_MS, maxEntries: MOST_WORKS }, now);
  return (id) => {
    if (id === undefined) return undefined;
    const known = works.read(id);
    if (known) return known;
    const work = {};
    works.keep(id, work);
    return work;
  };
}
