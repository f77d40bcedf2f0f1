import { SyncError } from "../domain/sync-error";
import type { ChannelPlatform } from "../platforms/channel";
import type { PlatformDeps } from "../platforms/ports";
import { channels, sources } from "../platforms/registry";
import type { SourcePlatform } from "../platforms/source";
import type { Services } from "../services";

export type PlatformParts = Pick<Services, "settings" | "db" | "now" | "random" | "fetch">;
export type Lease = (
  side: "source" | "channel",
  wanted: number,
) => Promise<{ granted: number; waitMs: number }>;

/** One round trip to the ledger pays for this many requests. */
const LEASE_SIZE = 10;
/** Longer waits are not sat out: the work comes back later. */
const MAX_WAIT_MS = 10_000;
const MIN_WAIT_MS = 50;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The doors of a vendor folder, with the budget it must ask first. */
export function platformDeps(
  { settings, now, random, fetch }: PlatformParts,
  takeBudget: PlatformDeps["takeBudget"],
): PlatformDeps {
  return {
    fetch,
    now,
    random,
    sleep,
    takeBudget,
    timeoutMs: settings.httpTimeoutMs,
    allowLocalHosts: settings.allowLocalShops,
  };
}

/** Takes requests from the ledger ten at a time and hands them out one by one. */
export function leasedBudget(
  lease: Lease,
  side: "source" | "channel",
  wait: (ms: number) => Promise<void> = sleep,
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
      await wait(pauseMs);
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
