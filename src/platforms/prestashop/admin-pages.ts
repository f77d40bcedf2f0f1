/**
 * The back office of a store: its folder has a name that only its owner knows, so the merchant types
 * the address once. Links carry no token: PrestaShop asks for the login, then opens the page.
 */
import { SyncError } from "../../domain/errors/sync-error";
import type { AdminPages } from "../source";
import { isBefore } from "./version";

/** From where on an address is a page of the back office, and not its folder. */
const PAGE = /\/+(?:index\.php(?:\/.*)?|[^/]+\.php|(?:sell|improve|configure)(?:\/.*)?)?$/;

/**
 * "https://shop.example/admin12ab/index.php/sell/orders/?_token=…" becomes
 * "https://shop.example/admin12ab". `storeUrl`: the store's address, whose host it has to be on.
 * Throws SyncError("merchant", "store.admin_url_invalid") with `reason` unreadable, has_login,
 * not_https, other_host or no_folder.
 */
export function normaliseAdminUrl(typed: string, storeUrl: string): string {
  const text = typed.trim();
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (/\s/.test(text) || !URL.canParse(address)) throw invalid("unreadable");
  const [url, store] = [new URL(address), new URL(storeUrl)];
  if (url.username !== "" || url.password !== "") throw invalid("has_login");
  if (bareHost(url) !== bareHost(store)) throw invalid("other_host", { host: store.host });
  if (url.protocol !== "https:" && url.protocol !== store.protocol) throw invalid("not_https");
  const folder = url.pathname.replace(PAGE, "");
  if (folder === "" || folder === store.pathname.replace(/\/+$/, "")) throw invalid("no_folder");
  return `${url.protocol}//${url.host}${folder}`;
}

/**
 * Pages by the store's ids. Orders: the address of 1.7.0 on, which each later version turns into its
 * own (`_legacy_link` AdminOrders:vieworder). Products had an address of their own in 1.7 and 8.0; 8.1 and later
 * turn the oldest form into that of their new page (`_legacy_link` AdminProducts:updateproduct). Seen in an 8.2.1:
 * the oldest form opens the page, a later one without a token a warning of a "potential security breach".
 */
export function adminPages(adminUrl: string, version: string): AdminPages {
  const page = `${adminUrl}/index.php`;
  const isOld = version !== "" && isBefore(version, "8.1");
  return {
    order: (id) => `${page}?controller=AdminOrders&id_order=${encodeURIComponent(id)}&vieworder`,
    product: (id) =>
      isOld
        ? `${page}/sell/catalog/products/${encodeURIComponent(id)}`
        : `${page}?controller=AdminProducts&id_product=${encodeURIComponent(id)}&updateproduct`,
  };
}

/** A store answers with and without www. */
const bareHost = ({ host }: URL) => host.toLowerCase().replace(/^www\./, "");

function invalid(reason: string, facts: Record<string, string> = {}): SyncError {
  return new SyncError("merchant", "store.admin_url_invalid", { reason, ...facts });
}
