/**
 * What goes out to the source store: how many requests a minute, over all that talk to it, and how many at
 * once. The latter is held in each session, in here and in every job outside; what one of them learns of
 * the store the others are told when they ask for requests. Kept in memory: after a restart the store is
 * met as gently as a new one.
 */
import { requestsAtOnce } from "../domain/requests/pace";
import {
  NO_REQUESTS,
  blockRequests,
  takeRequests,
  usedRequests,
  waitForSlot,
  type RequestWindow,
} from "../domain/requests/request-window";
import type { Pacer } from "../platforms/deps";
import type { LeaseGrant, LeaseTerms } from "../domain/requests/lease";
import type { SourceTraffic } from "../sync/ledger-api";

/** A bulk job leaves this part of a minute to orders and stock, which are asked for from in here. */
const BULK_SHARE = 3 / 4;
/** About what an order takes that is made through the webservice. */
const ORDER_REQUESTS = 25;
/** So long after an order found no room, bulk work leaves it one. */
const ORDER_WAIT_MS = 2 * 60_000;
/** A caller from outside that has not asked for so long is through with its work. */
const OUTSIDE_MS = 10_000;

interface TrafficDeps {
  now(): number;
  /** Shared by the ledger's own sessions. */
  pacer: Pacer;
  blockedUntil: number;
}

export type SourceGate = ReturnType<typeof openSourceGate>;

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
    /** For work in here; costs no round trip, so it is asked for each request. */
    lease(wanted: number, perMinute: number): LeaseGrant {
      if (now() - outsideAt > OUTSIDE_MS) pacer.share(undefined);
      return take(perMinute, wanted);
    },
    /** For a session elsewhere, which tells what it found out and is told its share. */
    leaseOutside(wanted: number, { perMinute, pace }: LeaseTerms): LeaseGrant {
      outsideAt = now();
      if (pace) pacer.heed(pace);
      const whole = requestsAtOnce(pacer.word());
      pacer.share(Math.ceil(whole / 2));
      const atOnce = Math.max(1, Math.floor(whole / 2));
      return { ...take(bulkPart(perMinute), wanted), pace: pacer.word(), atOnce };
    },
    /** Milliseconds until so many whole orders have room; 0: now. While one waits, bulk work steps back. */
    waitForOrders(orders: number, perMinute: number): number {
      const waitMs = waitForSlot(window, perMinute, orders * ORDER_REQUESTS, now());
      if (waitMs > 0) orderWaitedAt = now();
      return waitMs;
    },
    block(until: number): number {
      window = blockRequests(window, until);
      return window.blockedUntil;
    },
    traffic: (): SourceTraffic => ({
      used: usedRequests(window, now()),
      atOnce: pacer.word().limit,
      blockedUntil: window.blockedUntil > now() ? window.blockedUntil : null,
    }),
  };
}
