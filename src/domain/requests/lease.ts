/** Requests granted ahead by whoever owns a shop's budget. */
import type { PaceSnapshot } from "./pace";

/** What a session says when it asks for requests to the source. */
export interface LeaseTerms {
  /** The merchant's limit. */
  perMinute: number;
  /** What it found the store to bear. */
  pace?: PaceSnapshot;
}

export interface LeaseGrant {
  granted: number;
  waitMs: number;
  /** What the store is known to bear. */
  pace?: PaceSnapshot;
  /** This session's share of them. */
  atOnce?: number;
}

export type Lease = (
  side: "source" | "channel",
  wanted: number,
  terms?: LeaseTerms,
) => Promise<LeaseGrant>;
