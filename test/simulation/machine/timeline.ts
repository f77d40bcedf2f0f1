/**
 * The only clock of a simulation: time stands still while anything runs and jumps to the next due
 * moment when nothing does. What is due at the same moment happens in the order it was asked for.
 */
interface Due {
  at: number;
  order: number;
  run: () => void;
}

export interface Timeline {
  /** Epoch ms. */
  now(): number;
  /** Calls `run` at `at`, or next when that is past; the answer takes it back. */
  at(at: number, run: () => void): () => void;
  /** The moment of the next due call; undefined when there is none. */
  nextAt(): number | undefined;
  /** Goes to the next due call and makes it; false when none is due until `end`, where time then is. */
  step(end: number): boolean;
  /** Everything that waits is forgotten, and it is `now`. */
  reset(now: number): void;
}

export function openTimeline(start: number): Timeline {
  let now = start;
  let order = 0;
  let waiting: Due[] = [];
  return {
    now: () => now,
    at(at, run) {
      const due = { at: Math.max(at, now), order: (order += 1), run };
      insert(waiting, due);
      return () => {
        const index = waiting.indexOf(due);
        if (index >= 0) waiting.splice(index, 1);
      };
    },
    nextAt: () => waiting[0]?.at,
    step(end) {
      const [due] = waiting;
      if (!due || due.at > end) {
        now = Math.max(now, end);
        return false;
      }
      waiting.shift();
      now = due.at;
      due.run();
      return true;
    },
    reset(at) {
      waiting = [];
      now = at;
    },
  };
}

function insert(waiting: Due[], due: Due): void {
  let index = waiting.length;
  while (index > 0 && isBefore(due, waiting[index - 1] as Due)) index -= 1;
  waiting.splice(index, 0, due);
}

const isBefore = (one: Due, other: Due): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

/** How many empty turns of Node's loop say that nothing runs any more. */
const QUIET_TURNS = 2;

/**
 * Waits until no promise goes on by itself: what is left waits for the timeline. `activity` counts
 * whatever the code under test does to the outside.
 */
export async function untilQuiet(activity: () => number): Promise<void> {
  let quiet = 0;
  let seen = activity();
  while (quiet < QUIET_TURNS) {
    await new Promise((resolve) => setImmediate(resolve));
    const count = activity();
    quiet = count === seen ? quiet + 1 : 0;
    seen = count;
  }
}
