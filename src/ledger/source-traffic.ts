/**
 * What goes out to the source store: how many requests a minute, and how many at once, over all that
 * talk to it. Kept in memory: after a restart the store is met as gently as a new one.
 */
import { requestsAtOnce } from "../domain/pace";
import {
  NO_REQUESTS,
  blockRequests,
  takeRequests,
  usedRequests,
  type RequestWindow,
} from "../domain/request-window";
import type { Pacer } from "../platforms/ports";
import type { LeaseGrant, LeaseTerms, SourceTraffic } from "./ledger-api";

/** A bulk job leaves this part of a minute to orders and stock, which are asked for from in here. */
const BULK_SHARE = 3 / 4;
/** A caller from outside that has not asked for so long is through with its work. */
const OUTSIDE_MS = 10_000;

interface TrafficDeps {
  now(): number;
  /** Shared by the ledger's own sessions. */
  pacer: Pacer;
  blockedUntil: number;
}

export function openSourceGate({ now, pacer, blockedUntil }: TrafficDeps) {
  let window: RequestWindow = { ...NO_REQUESTS, blockedUntil };
  let outsideAt = 0;
  const take = (perMinute: number, wanted: number) => {
    const { next, granted, waitMs } = takeRequests(window, perMinute, wanted, now());
    window = next;
    return { granted, waitMs };
  };
  return {
    /** For work in here; costs no round trip, so it is asked for each request. */
    lease(wanted: number, perMinute: number): LeaseGrant {
      if (now() - outsideAt > OUTSIDE_MS) pacer.share(undefined);
      return take(perMinute, wanted);
    },
    /** For a session elsewhere, which tells what it found out and is told its share. */
    leaseOutside(wanted: number, { perMinute, limit }: LeaseTerms): LeaseGrant {
      outsideAt = now();
      pacer.lower(limit);
      const whole = requestsAtOnce({ limit: pacer.limit() });
      pacer.share(Math.ceil(whole / 2));
      const atOnce = Math.max(1, Math.floor(whole / 2));
      const most = Math.max(1, Math.floor(perMinute * BULK_SHARE));
      return { ...take(most, wanted), limit: pacer.limit(), atOnce };
    },
    block(until: number): number {
      window = blockRequests(window, until);
      return window.blockedUntil;
    },
    traffic: (): SourceTraffic => ({
      used: usedRequests(window, now()),
      atOnce: pacer.limit(),
      blockedUntil: window.blockedUntil > now() ? window.blockedUntil : null,
    }),
  };
}
