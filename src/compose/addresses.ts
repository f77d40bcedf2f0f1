/** Weft's own addresses, and which addresses it may call. */
import type { StoreUrlRules } from "../domain/connections/store-url";
import type { Settings } from "../settings";

/** Where a channel calls; undefined where it cannot: channels call https on the standard port only. */
export function webhookAddress(publicUrl: string, platform: string): string | undefined {
  const url = new URL(`/webhooks/${platform}`, publicUrl);
  return url.protocol === "https:" && url.port === "" ? url.href : undefined;
}

export function storeUrlRules({
  allowLocalStores,
  publicUrl,
}: Pick<Settings, "allowLocalStores" | "publicUrl">): StoreUrlRules {
  return { allowLocalHosts: allowLocalStores, ownHosts: [new URL(publicUrl).hostname] };
}
