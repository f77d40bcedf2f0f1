import { blockBucket, fullBucket, takeTokens, type Bucket } from "../domain/token-bucket";
import type { NoteBook } from "./notes";

export type Side = "source" | "channel";

/**
 * Requests per shop. A small shop host answers some ten calls a second, and its visitors want a part
 * of that; an order takes about a dozen. The channel names no figure: twenty a second stays below
 * what connectors report.
 */
const RULES = {
  source: { burst: 40, perSecond: 8 },
  channel: { burst: 40, perSecond: 20 },
};

/** A vendor that names no time wants a pause all the same. */
const SILENCE_MS = 1_000;

export type Budgets = ReturnType<typeof openBudgets>;

/**
 * Both shops' budgets. Tokens live in memory, since a full bucket after a restart does no harm; a
 * vendor's "not before" is kept.
 */
export function openBudgets(notes: NoteBook, now: () => number) {
  const blockedUntil = (side: Side) => notes.read(`${side}BlockedUntil`) ?? 0;
  const open = (side: Side): Bucket => ({
    ...fullBucket(RULES[side], now()),
    blockedUntil: blockedUntil(side),
  });
  const buckets: Record<Side, Bucket> = { source: open("source"), channel: open("channel") };
  return {
    lease(side: Side, wanted: number): { granted: number; waitMs: number } {
      const { next, granted, waitMs } = takeTokens(buckets[side], RULES[side], wanted, now());
      buckets[side] = next;
      return { granted, waitMs };
    },
    /** The vendor said "too many": nothing goes out for `pauseMs`. */
    block(side: Side, pauseMs = SILENCE_MS): void {
      buckets[side] = blockBucket(buckets[side], now() + pauseMs);
      notes.write(`${side}BlockedUntil`, buckets[side].blockedUntil);
    },
  };
}
