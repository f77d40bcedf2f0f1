/** The request budget of a session that leases it from the ledger. */
import { SyncError } from "../../domain/errors/sync-error";
import type { Lease } from "../../domain/requests/lease";
import type { Runtime } from "../../lib/runtime";
import type { Pacer, PlatformDeps } from "../deps";

/** One round trip to the ledger pays for this many requests; unused ones are not given back. */
const LEASE_SIZE = 5;
/** Longer waits are left to the queue or the outbox. */
const MAX_WAIT_MS = 10_000;
const MIN_WAIT_MS = 50;

/**
 * Leases requests to the source, within the merchant's limit, and keeps `pacer` to this session's
 * share of what the store bears at once.
 */
export function sourceBudget(
  lease: Lease,
  perMinute: number,
  pacer: Pacer,
  sleep: Runtime["sleep"],
): PlatformDeps["takeBudget"] {
  const leased: Lease = async (side, wanted) => {
    const grant = await lease(side, wanted, { perMinute, pace: pacer.snapshot() });
    if (grant.pace) pacer.merge(grant.pace);
    if (grant.atOnce !== undefined) pacer.share(grant.atOnce);
    return grant;
  };
  return leasedBudget(leased, "source", sleep);
}

/**
 * Leases requests a few at a time and hands them out one by one. Throws SyncError("retry",
 * "budget.exhausted") with `retryAfterMs`.
 */
export function leasedBudget(
  lease: Lease,
  side: "source" | "channel",
  sleep: Runtime["sleep"],
): PlatformDeps["takeBudget"] {
  let left = 0;
  return async (requests) => {
    let waitedMs = 0;
    while (left < requests) {
      const { granted, waitMs } = await lease(side, Math.max(LEASE_SIZE, requests - left));
      left += granted;
      if (left >= requests) break;
      const pauseMs = Math.max(waitMs, MIN_WAIT_MS);
      waitedMs += pauseMs;
      if (waitedMs > MAX_WAIT_MS)
        throw new SyncError("retry", "budget.exhausted", { side, retryAfterMs: pauseMs });
      await sleep(pauseMs);
    }
    left -= requests;
  };
}
