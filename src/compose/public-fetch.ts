import { checkStoreUrl } from "../domain/connections/store-url";
import type { Settings } from "../settings";

/**
 * The way out. Addresses come from merchants, from products and from redirects we build, so each is
 * held against the rule of public names once more; redirects are never followed.
 * Throws SyncError("merchant", "store.url_invalid").
 */
export function publicFetch(
  settings: Pick<Settings, "allowLocalStores" | "publicUrl">,
): (request: Request) => Promise<Response> {
  const rules = storeUrlRules(settings);
  return async (request) => {
    checkStoreUrl(request.url, rules);
    return globalThis.fetch(new Request(request, { redirect: "manual" }));
  };
}

export function storeUrlRules({
  allowLocalStores,
  publicUrl,
}: Pick<Settings, "allowLocalStores" | "publicUrl">) {
  return { allowLocalHosts: allowLocalStores, ownHosts: [new URL(publicUrl).hostname] };
}
