import { checkStoreUrl, type StoreUrlRules } from "../../domain/connections/store-url";

/**
 * The only access to the network. Addresses come from merchants, from products and from redirects, so
 * each is held against the rule of public names once more; redirects are never followed.
 * Throws SyncError("merchant", "store.url_invalid").
 */
export function publicFetch(rules: StoreUrlRules): (request: Request) => Promise<Response> {
  return async (request) => {
    checkStoreUrl(request.url, rules);
    return globalThis.fetch(new Request(request, { redirect: "manual" }));
  };
}
