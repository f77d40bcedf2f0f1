/**
 * Which subjects of a connection moved since a page asked last. Pages compare the versions they are given
 * with those they saw; a version has no meaning of its own.
 */

export const MOVING_SUBJECTS = [
  "products",
  "orders",
  "tasks",
  "problems",
  "settings",
  "health",
] as const;
export type MovingSubject = (typeof MOVING_SUBJECTS)[number];

/** Something that grows or changes with each move: a time in epoch ms, a count, a state. */
export interface Mark {
  /** Epoch ms of the newest change, where the mark is one. */
  at?: number | null;
  /** Whatever else tells two states apart. */
  text?: string | number | null;
}

/** A change of the same moment as one that was seen is not missed for so long. */
const SAME_MOMENT_MS = 2_000;

/**
 * The version of each subject. A newest change that is hardly past may be followed by another of the same
 * millisecond, or by one of a machine whose clock is behind: until then each version is a new one. `now`
 * in epoch ms.
 */
export function versionsOf(
  marks: Readonly<Record<MovingSubject, readonly Mark[]>>,
  now: number,
): Record<MovingSubject, string> {
  const versionOf = (subject: MovingSubject) => marks[subject].map((mark) => markText(mark, now));
  return Object.fromEntries(
    MOVING_SUBJECTS.map((subject) => [subject, versionOf(subject).join(".")]),
  ) as Record<MovingSubject, string>;
}

function markText({ at, text }: Mark, now: number): string {
  const isFresh = at != null && Math.abs(now - at) < SAME_MOMENT_MS;
  return [at ?? "", text ?? "", isFresh ? `~${now}` : ""].filter((part) => part !== "").join("-");
}
