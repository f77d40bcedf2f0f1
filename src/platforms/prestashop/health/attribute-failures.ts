/**
 * Attributes a failed call to a check. The connectivity checks stand in the order in which a
 * request meets them: those behind the one that fails cannot be judged.
 */
import type { SyncError } from "../../../domain/errors/sync-error";

export const CONNECTIVITY_CHECKS = [
  "store.tls",
  "store.reachable",
  "store.firewall",
  "store.address",
  "store.answers",
  "store.webservice",
  "store.key_format",
  "store.key",
  "store.version",
  "store.permissions",
] as const;

export type ConnectivityCheck = (typeof CONNECTIVITY_CHECKS)[number];

const BY_CODE: Readonly<Record<string, ConnectivityCheck>> = {
  "prestashop.timeout": "store.reachable",
  "prestashop.unreachable": "store.reachable",
  "prestashop.unavailable": "store.reachable",
  "prestashop.maintenance": "store.reachable",
  "prestashop.rate_limited": "store.firewall",
  "prestashop.blocked": "store.firewall",
  "prestashop.wrong_url": "store.address",
  "prestashop.webservice_off": "store.webservice",
  "prestashop.key_invalid": "store.key",
  "prestashop.version_unsupported": "store.version",
  "prestashop.permission_missing": "store.permissions",
  "prestashop.shop_not_allowed": "store.permissions",
};

/** What a proxy in front of the store answers when it cannot make a safe connection to it. */
const TLS_STATUSES = new Set([525, 526]);
/** PrestaShop makes and accepts no other. */
export const KEY_LETTERS = 32;

/** What is not known by its code is an answer that Weft cannot read. */
export function attributeFailure({ code, facts }: SyncError, key: string): ConnectivityCheck {
  if (TLS_STATUSES.has(Number(facts["status"]))) return "store.tls";
  const check = BY_CODE[code] ?? "store.answers";
  return check === "store.key" && key.length !== KEY_LETTERS ? "store.key_format" : check;
}
