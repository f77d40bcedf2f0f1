import { SyncError } from "../../domain/errors/sync-error";

const PRIVATE_NAMES = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|arpa)$/;
/** What a merchant copies along from the address bar or from a manual: the webservice, a script, the back office. */
const TAILS = /\/(api|webservice|admin(?:[\d-][^/]*)?|[^/]+\.php)(\/.*)?$/i;

/**
 * The base address of a store from what a merchant typed: "Store.example/fr/" becomes
 * "https://store.example/fr". Throws SyncError("merchant", "store.url_invalid") with `reason`
 * unreadable, not_https, has_login, ip_address or private_name.
 */
export function normaliseUrl(typed: string, allowLocalHosts: boolean): string {
  const url = parse(typed.trim());
  const host = url.hostname.toLowerCase();
  if (url.username !== "" || url.password !== "") throw invalid("has_login");
  if (!allowLocalHosts) refuseLocal(url, host);
  const path = url.pathname.replace(TAILS, "").replace(/\/+$/, "");
  return `${url.protocol}//${url.host}${path}`;
}

function parse(typed: string): URL {
  const [, scheme, rest = ""] = /^([a-z][a-z0-9+.-]*):\/+(.*)$/i.exec(typed) ?? [];
  const address = scheme ? `${scheme}://${rest}` : `https://${typed}`;
  if (typed === "" || /\s/.test(typed) || !URL.canParse(address)) throw invalid("unreadable");
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:") throw invalid("not_https");
  return url;
}

function refuseLocal(url: URL, host: string): void {
  if (url.protocol !== "https:") throw invalid("not_https");
  if (host.startsWith("[") || /^\d{1,3}(\.\d{1,3}){3}$/.test(host)) throw invalid("ip_address");
  const name = host.replace(/\.$/, "");
  if (PRIVATE_NAMES.test(name) || !name.includes(".")) throw invalid("private_name");
}

function invalid(reason: string): SyncError {
  return new SyncError("merchant", "store.url_invalid", { reason });
}
