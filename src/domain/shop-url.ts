/**
 * Decides whether an address a merchant typed may ever be asked by us: only public names, only
 * https, only the standard port. It knows neither how to reach a shop nor what answers there.
 */
import { SyncError } from "./sync-error";

export interface ShopUrlRules {
  /** Developer's machine: any http(s) host is fine. */
  allowLocalHosts: boolean;
  /** Names this product itself answers on. */
  ownHosts: readonly string[];
}

const PRIVATE_SUFFIXES = ["localhost", "local", "internal", "intranet", "lan", "home.arpa"];
/** Scripts of this platform, ours among them, answer there. */
const REFUSED_SUFFIXES = ["workers.dev"];

/**
 * Answers the parsed address, or throws SyncError("merchant") with `store.url_invalid`,
 * `store.url_not_https`, `store.url_has_login`, `store.url_port` or `store.url_private`.
 */
export function checkShopUrl(text: string, rules: ShopUrlRules): URL {
  const url = parse(text);
  if (url.username || url.password) throw refuse("store.url_has_login", url);
  if (rules.allowLocalHosts) return url;
  if (url.protocol !== "https:") throw refuse("store.url_not_https", url);
  if (url.port !== "") throw refuse("store.url_port", url);
  if (!isPublicName(url.hostname, rules.ownHosts)) throw refuse("store.url_private", url);
  return url;
}

/**
 * True for a dotted name that is no address, no private zone and not ours. The URL parser has
 * already turned every notation of an IPv4 address (decimal, octal, hex, short) into dotted digits.
 */
export function isPublicName(hostname: string, ownHosts: readonly string[]): boolean {
  const name = hostname.toLowerCase().replace(/\.+$/, "");
  if (name.startsWith("[") || name.includes(":")) return false;
  const labels = name.split(".");
  const last = labels.at(-1) ?? "";
  if (labels.length < 2 || labels.includes("")) return false;
  if (/^(\d+|0x[0-9a-f]*)$/.test(last)) return false;
  const refused = [...PRIVATE_SUFFIXES, ...REFUSED_SUFFIXES, ...ownHosts];
  return !refused.some((zone) => name === zone || name.endsWith(`.${zone}`));
}

function parse(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== "https:" && url.protocol !== "http:"))
    throw new SyncError("merchant", "store.url_invalid", { url: text.slice(0, 200) });
  return url;
}

function refuse(code: string, url: URL): SyncError {
  return new SyncError("merchant", code, { host: url.host });
}
