/**
 * Decides whether an address a merchant typed may ever be asked by us: only public names, only
 * https, only the standard port. It knows neither how to reach a shop nor what answers there.
 */
import { SyncError } from "../errors/sync-error";

export interface StoreUrlRules {
  /** Developer's machine: hosts that are not public are fine, too, by http and on any port. */
  allowLocalHosts: boolean;
  /** Names this product itself answers on. */
  ownHosts: readonly string[];
}

const PRIVATE_SUFFIXES = ["localhost", "local", "internal", "intranet", "lan", "home.arpa", "test"];
/** Scripts of this platform, ours among them, answer there. */
const REFUSED_SUFFIXES = ["workers.dev"];

type Refusal = "unreadable" | "has_login" | "not_https" | "port" | "private_name";

/**
 * Answers the parsed address, or throws SyncError("merchant", "store.url_invalid") with `reason`.
 */
export function checkStoreUrl(text: string, rules: StoreUrlRules): URL {
  const url = parse(text);
  if (url.username || url.password) throw refuse("has_login");
  const isPublic = isPublicName(url.hostname, rules.ownHosts);
  if (rules.allowLocalHosts && !isPublic) return url;
  if (url.protocol !== "https:") throw refuse("not_https");
  if (url.port !== "") throw refuse("port");
  if (!isPublic) throw refuse("private_name");
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
  if (!url) throw refuse("unreadable");
  if (url.protocol !== "https:" && url.protocol !== "http:") throw refuse("not_https");
  return url;
}

function refuse(reason: Refusal): SyncError {
  return new SyncError("merchant", "store.url_invalid", { reason });
}
