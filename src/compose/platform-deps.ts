/** What vendor folders are given, and which vendor a key names. */
import { SyncError } from "../domain/errors/sync-error";
import type { ChannelPlatform } from "../platforms/channel";
import type { Pacer, PlatformDeps } from "../platforms/deps";
import { channels, sources } from "../platforms/registry";
import type { SourcePlatform } from "../platforms/source";
import type { Services } from "../tasks/services";

export type PlatformParts = Pick<
  Services,
  "settings" | "db" | "now" | "random" | "randomText" | "sleep" | "deadline" | "fetch"
>;
/** What a vendor folder is handed; `takeBudget` is asked before each request. */
export function platformDeps(
  { settings, now, random, randomText, sleep, deadline, fetch }: PlatformParts,
  takeBudget: PlatformDeps["takeBudget"],
  pacer?: Pacer,
  work?: object,
): PlatformDeps {
  return {
    fetch,
    now,
    random,
    randomText,
    sleep,
    deadline,
    takeBudget,
    ...(pacer && { pacer }),
    work,
    timeoutMs: settings.httpTimeoutMs,
    allowLocalHosts: settings.allowLocalStores,
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

export const sourcePlatforms = (): readonly SourcePlatform[] => Object.values(sources);

export const channelPlatforms = (): readonly ChannelPlatform[] => Object.values(channels);

function pick<T>(platforms: Readonly<Record<string, T>>, key: string): T {
  const platform = Object.hasOwn(platforms, key) ? platforms[key] : undefined;
  if (!platform) throw new SyncError("merchant", "connection.platform_unknown", { platform: key });
  return platform;
}
