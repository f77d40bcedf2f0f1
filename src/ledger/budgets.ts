import { blockBucket, fullBucket, takeTokens, type Bucket } from "../domain/requests/token-bucket";
import type { Pacer } from "../platforms/deps";
import type { LeaseGrant, LeaseTerms } from "../domain/requests/lease";
import type { Notes } from "./notes";
import { openOrderGate } from "./order-gate";
import { openSourceGate } from "./source-traffic";

export type Side = "source" | "channel";

/** The channel names no figure: twenty requests a second stays below what connectors report. */
const CHANNEL_RULE = { burst: 40, perSecond: 20 };

/** Where the merchant chose no limit: polite to a small host, enough for a small store. */
export const USUAL_PER_MINUTE = 60;

/** Pause after "too many requests" without a time. */
const SILENCE_MS = 1_000;

export type Budgets = ReturnType<typeof openBudgets>;

/** Request budgets of both sides. Counts are in memory; a vendor's "not before" is stored. */
export function openBudgets(notes: Notes, now: () => number, pacer: Pacer) {
  const blockedUntil = (side: Side) => notes.read(`${side}BlockedUntil`) ?? 0;
  const source = openSourceGate({ now, pacer, blockedUntil: blockedUntil("source") });
  let channel: Bucket = {
    ...fullBucket(CHANNEL_RULE, now()),
    blockedUntil: blockedUntil("channel"),
  };
  const takeChannel = (wanted: number): LeaseGrant => {
    const { next, granted, waitMs } = takeTokens(channel, CHANNEL_RULE, wanted, now());
    channel = next;
    return { granted, waitMs };
  };
  return {
    source,
    orders: openOrderGate(source),
    /** For the ledger's own work. */
    lease: (side: Side, wanted: number, terms?: Pick<LeaseTerms, "perMinute">): LeaseGrant =>
      side === "channel"
        ? takeChannel(wanted)
        : source.lease(wanted, terms?.perMinute ?? USUAL_PER_MINUTE),
    /** For sessions outside the ledger. */
    leaseOutside: (
      side: Side,
      wanted: number,
      terms: LeaseTerms = { perMinute: USUAL_PER_MINUTE },
    ): LeaseGrant =>
      side === "channel" ? takeChannel(wanted) : source.leaseOutside(wanted, terms),
    /** Until when nothing is sent to this shop, epoch ms; null: requests go out. */
    silentUntil(side: Side): number | null {
      const until = blockedUntil(side);
      return until > now() ? until : null;
    },
    /** A person ended the silence a shop asked for. */
    unblock(side: Side): void {
      if (side === "channel") channel = { ...channel, blockedUntil: 0 };
      else source.unblock();
      notes.write(`${side}BlockedUntil`, undefined);
    },
    /** The vendor answered "too many requests": none is granted for `pauseMs`. */
    block(side: Side, pauseMs = SILENCE_MS): void {
      const until = now() + pauseMs;
      if (side === "channel") channel = blockBucket(channel, until);
      notes.write(
        `${side}BlockedUntil`,
        side === "source" ? source.block(until) : channel.blockedUntil,
      );
    },
  };
}
