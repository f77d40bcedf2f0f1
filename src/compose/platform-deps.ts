import { SyncError } from "../domain/errors/sync-error";
import type { Runtime } from "../lib/runtime";
import type { ChannelPlatform } from "../platforms/channel";
import type { LeaseGrant, LeaseTerms } from "../sync/ledger-api";
import type { Pacer, PlatformDeps } from "../platforms/deps";
import { channels, sources } from "../platforms/registry";
import type { SourcePlatform } from "../platforms/source";
import type { Services } from "../tasks/services";

export type PlatformParts = Pick<
  Services,
  "settings" | "db" | "now" | "random" | "sleep" | "deadline" | "fetch"
>;
export type Lease = (
  side: "source" | "channel",
  wanted: number,
  terms?: LeaseTerms,
) => Promise<LeaseGrant>;

/** Requests leased in one round trip to the ledger; the unused ones are not given back. */
const LEASE_SIZE = 5;
/** A longer wait fails the call, and the work is tried again later. */
const MAX_WAIT_MS = 10_000;
const MIN_WAIT_MS = 50;

/** What a vendor folder is handed, with the budget each request is taken from. */
export function platformDeps(
  { settings, now, random, sleep, deadline, fetch }: PlatformParts,
  takeBudget: PlatformDeps["takeBudget"],
  pacer?: Pacer,
): PlatformDeps {
  return {
    fetch,
    now,
    random,
    sleep,
    deadline,
    takeBudget,
    ...(pacer && { pacer }),
    timeoutMs: settings.httpTimeoutMs,
    allowLocalHosts: settings.allowLocalStores,
  };
}

/**
 * Leases requests to the source from the ledger, within the merchant's limit, and limits `pacer` to this
 * session's share of the requests at once.
 */
export function sourceBudget(
  lease: Lease,
  perMinute: number,
  pacer: Pacer,
  sleep: Runtime["sleep"],
) {
  const leased: Lease = async (side, wanted) => {
    const grant = await lease(side, wanted, { perMinute, pace: pacer.snapshot() });
    if (grant.pace) pacer.merge(grant.pace);
    if (grant.atOnce !== undefined) pacer.share(grant.atOnce);
    return grant;
  };
  return leasedBudget(leased, "source", sleep);
}

/**
 * Leases requests from the ledger a few at a time and hands them out one by one. Throws
 * SyncError("retry", "budget.exhausted") with `retryAfterMs` when the wait is too long.
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

/** Throws SyncError("merchant", "connection.platform_unknown"). */
export function sourcePlatform(key: string): SourcePlatform {
  return pick<SourcePlatform>(sources, key);
}

/** Throws SyncError("merchant", "connection.platform_unknown"). */
export function channelPlatform(key: string): ChannelPlatform {
  return pick<ChannelPlatform>(channels, key);
}

function pick<T>(platforms: Readonly<Record<string, T>>, key: string): T {
  const platform = Object.hasOwn(platforms, key) ? platforms[key] : undefined;
  if (!platform) throw new SyncError("merchant", "connection.platform_unknown", { platform: key });
  return platform;
}
