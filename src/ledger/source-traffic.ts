/**
 * Requests to the source store: how many a minute, counted over all sessions, and how many at once.
 * Each session limits its own concurrency; sessions share what they learn of the store through
 * leases. All of it is in memory: after a restart the store is treated as gently as a new one.
 */
import { requestsAtOnce } from "../domain/requests/pace";
import {
  NO_REQUESTS,
  blockRequests,
  unblockRequests,
  takeRequests,
  usedRequests,
  waitForSlot,
  type RequestWindow,
} from "../domain/requests/request-window";
import type { Pacer } from "../platforms/deps";
import type { LeaseGrant, LeaseTerms } from "../domain/requests/lease";
import type { SourceTraffic } from "../sync/ledger-api";

/** Part of a minute's requests that bulk jobs may take; orders and stock have the rest. */
const BULK_SHARE = 3 / 4;
/** About the number of requests of one order by webservice. */
const ORDER_REQUESTS = 25;
/**
 * After an order was refused for lack of budget, bulk jobs keep one order's worth free for this
 * long.
 */
const ORDER_WAIT_MS = 2 * 60_000;
/** Sessions outside the ledger have ended when none has asked for this long. */
const OUTSIDE_MS = 10_000;

interface TrafficDeps {
  now(): number;
  /** Shared by the ledger's own sessions. */
  pacer: Pacer;
  blockedUntil: number;
}

export type SourceGate = ReturnType<typeof openSourceGate>;

/** For bulk work of the ledger's own. */
export interface BulkGate {
  /** Milliseconds until so many requests fit into the part for bulk jobs; 0: now. */
  wait(requests: number, perMinute: number): number;
}

export function openSourceGate({ now, pacer, blockedUntil }: TrafficDeps) {
  let window: RequestWindow = { ...NO_REQUESTS, blockedUntil };
  let outsideAt = 0;
  let orderWaitedAt = -ORDER_WAIT_MS;
  const bulkPart = (perMinute: number) => {
    const usual = Math.floor(perMinute * BULK_SHARE);
    const isOrderWaiting = now() - orderWaitedAt < ORDER_WAIT_MS;
    return Math.max(1, isOrderWaiting ? Math.min(usual, perMinute - ORDER_REQUESTS) : usual);
  };
  const take = (perMinute: number, wanted: number) => {
    const { next, granted, waitMs } = takeRequests(window, perMinute, wanted, now());
    window = next;
    return { granted, waitMs };
  };
  return {
    /** For the ledger's own work, which takes a lease for each request. */
    lease(wanted: number, perMinute: number): LeaseGrant {
      if (now() - outsideAt > OUTSIDE_MS) pacer.share(undefined);
      return take(perMinute, wanted);
    },
    /** For a session outside, which sends what it learned of the store and gets its share back. */
    leaseOutside(wanted: number, { perMinute, pace }: LeaseTerms): LeaseGrant {
      outsideAt = now();
      if (pace) pacer.merge(pace);
      const whole = requestsAtOnce(pacer.snapshot());
      pacer.share(Math.ceil(whole / 2));
      const atOnce = Math.max(1, Math.floor(whole / 2));
      return { ...take(bulkPart(perMinute), wanted), pace: pacer.snapshot(), atOnce };
    },
    /**
     * Milliseconds until the budget covers `orders` whole orders; 0: now. A wait slows bulk
     * jobs.
     */
    waitForOrders(orders: number, perMinute: number): number {
      const waitMs = waitForSlot(window, perMinute, orders * ORDER_REQUESTS, now());
      if (waitMs > 0) orderWaitedAt = now();
      return waitMs;
    },
    /** As `BulkGate` says. */
    waitForBulk: (requests: number, perMinute: number): number =>
      waitForSlot(window, bulkPart(perMinute), requests, now()),
    block(until: number): number {
      window = blockRequests(window, until);
      return window.blockedUntil;
    },
    unblock(): void {
      window = unblockRequests(window);
    },
    traffic: (): SourceTraffic => ({
      used: usedRequests(window, now()),
      atOnce: pacer.snapshot().limit,
      blockedUntil: window.blockedUntil > now() ? window.blockedUntil : null,
    }),
  };
}
