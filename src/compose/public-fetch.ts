import { checkShopUrl } from "../domain/connections/store-url";
import type { Settings } from "../settings";

/**
 * The way out. Addresses come from merchants, from products and from redirects we build, so each is
 * held against the rule of public names once more; redirects are never followed.
 * Throws SyncError("merchant", "store.url_invalid").
 */
export function publicFetch(
  settings: Pick<Settings, "allowLocalShops" | "publicUrl">,
): (request: Request) => Promise<Response> {
  const rules = shopUrlRules(settings);
  return async (request) => {
    checkShopUrl(request.url, rules);
    return globalThis.fetch(new Request(request, { redirect: "manual" }));
  };
}

export function shopUrlRules({
  allowLocalShops,
  publicUrl,
}: Pick<Settings, "allowLocalShops" | "publicUrl">) {
  return { allowLocalHosts: allowLocalShops, ownHosts: [new URL(publicUrl).hostname] };
}
