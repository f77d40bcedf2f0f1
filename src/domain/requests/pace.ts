/**
 * How many requests a shop bears at once, learned from how it answers. A small host that is overrun
 * serves its visitors slowly long before it refuses a connector. Pure.
 */

export interface Pace {
  /** Requests at once; below one it says how large a part of the time may be spent on one. */
  limit: number;
  /** How much longer answers take than usual, lately: 1 = as always. */
  strain: number;
  /** When the limit was last lowered, epoch ms. */
  slowedAt: number;
  /** What a kind of request usually takes. */
  usualMs: Readonly<Record<string, number>>;
}

/** What one who asks a shop tells the others who do. */
export type PaceSnapshot = Pick<Pace, "limit" | "slowedAt">;

/** One request and what became of it. */
export interface PacedRequest {
  /** Requests of one kind take about as long as each other: "GET products". */
  kind: string;
  /** refused: 429, or no worker free (502, 503, 504). lost: no answer, or none in time. */
  end: "answered" | "refused" | "lost";
  tookMs: number;
}

export const USUAL_LIMIT = 2;
const LEAST_LIMIT = 1 / 8;
/** Sixteen good answers win one request at once back. */
const RECOVERY = 1 / 16;
/** Requests that were under way together tell of one overload, not of several. */
const SLOW_AGAIN_MS = 2_000;
/** Nothing learned so long ago is true today. */
const FORGOTTEN_MS = 10 * 60_000;
/** Three times the usual, and long enough for a person to notice. */
const STRAINED = 3;
const NOTICED_MS = 500;
const STRAIN_WEIGHT = 1 / 3;
const USUAL_WEIGHT = 1 / 20;
/** Kinds remembered; a client has about thirty. */
const KINDS = 60;

export const FRESH_PACE: Pace = { limit: USUAL_LIMIT, strain: 1, slowedAt: 0, usualMs: {} };

/** What the shop's behaviour at one request teaches; `now` is when it ended. */
export function learnPace(pace: Pace, request: PacedRequest, now: number): Pace {
  if (request.end !== "answered") return slowed(pace, now);
  const usual = pace.usualMs[request.kind] ?? request.tookMs;
  const times = request.tookMs / Math.max(1, usual);
  const strain = pace.strain + (times - pace.strain) * STRAIN_WEIGHT;
  const learned = { ...pace, strain, usualMs: remember(pace.usualMs, request, usual) };
  if (strain >= STRAINED && request.tookMs >= NOTICED_MS)
    return { ...slowed(learned, now), strain: 1 };
  return { ...learned, limit: Math.min(USUAL_LIMIT, pace.limit + RECOVERY) };
}

/** What is known of a shop that was left alone for a while. */
export function restedPace(pace: Pace, now: number): Pace {
  const isForgotten = pace.slowedAt > 0 && now - pace.slowedAt >= FORGOTTEN_MS;
  return isForgotten ? { ...pace, limit: USUAL_LIMIT, strain: 1, slowedAt: 0 } : pace;
}

/**
 * Takes over what others found out. A later overload counts for all; after the same one, whoever
 * got good answers since knows best. What was said of an earlier one is out of date.
 */
export function mergedPace(pace: Pace, { limit, slowedAt }: PaceSnapshot): Pace {
  if (slowedAt < pace.slowedAt) return pace;
  const found = Math.min(USUAL_LIMIT, Math.max(LEAST_LIMIT, limit));
  return slowedAt === pace.slowedAt
    ? { ...pace, limit: Math.max(pace.limit, found) }
    : { ...pace, limit: Math.min(pace.limit, found), slowedAt };
}

/** Whole requests at once, at least one. */
export function requestsAtOnce({ limit }: Pick<Pace, "limit">): number {
  return Math.max(1, Math.floor(limit));
}

/** The rest between two requests where even one at a time is too much; 0 otherwise. */
export function pauseBetween({ limit }: Pick<Pace, "limit">): number {
  return limit >= 1 ? 0 : Math.round(1_000 * (1 / limit - 1));
}

function slowed(pace: Pace, now: number): Pace {
  if (pace.slowedAt > 0 && now - pace.slowedAt < SLOW_AGAIN_MS) return pace;
  return { ...pace, limit: Math.max(LEAST_LIMIT, pace.limit / 2), slowedAt: now };
}

/** Follows a shop that changes for good, but only slowly. */
function remember(
  known: Pace["usualMs"],
  { kind, tookMs }: PacedRequest,
  usual: number,
): Pace["usualMs"] {
  if (!(kind in known) && Object.keys(known).length >= KINDS) return known;
  return { ...known, [kind]: usual + (tookMs - usual) * USUAL_WEIGHT };
}
