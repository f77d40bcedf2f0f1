/**
 * What the ending or the beginning of an error code says. Codes are `<vendor>.<fault>`; a fault that
 * every vendor knows has the same ending for all of them.
 */

import type { SyncError } from "./sync-error";

/** The shop a failure belongs to; undefined for a failure of our own. */
export function sideOf(code: string): "source" | "channel" | undefined {
  if (/^(prestashop|store|source)\./.test(code)) return "source";
  return /^(tiktok|channel)\./.test(code) ? "channel" : undefined;
}

/**
 * True for a failure that may pass by itself: only when it lasts is there something for a person to
 * do. What the merchant's own data, key or settings cause does not pass.
 */
export function mayPass({ remedy, facts }: Pick<SyncError, "remedy" | "facts">): boolean {
  return remedy === "retry" || remedy === "defect" || facts.mayPass === true;
}

/**
 * True where nothing goes on before the merchant logs in again. An answer that a firewall may give
 * as well is none yet.
 */
export function isLostLogin({ remedy, facts }: Pick<SyncError, "remedy" | "facts">): boolean {
  return remedy === "reconnect" && facts.mayPass !== true;
}

/** The vendor refused the request unread because too many came. */
export function isRateLimited(code: string): boolean {
  return code.endsWith(".rate_limited");
}

/** The vendor takes no more of this kind today. */
export function isDayLimit(code: string): boolean {
  return code.endsWith(".quota");
}

/** The vendor refused the request unread because the access token ran out. */
export function isTokenExpired(code: string): boolean {
  return code.endsWith(".token_expired");
}

export function isNotFound(code: string): boolean {
  return code.endsWith(".not_found");
}

/** The channel does not take this quantity, in practice zero. */
export function isQuantityRefused(code: string): boolean {
  return code.endsWith(".quantity_refused");
}

/** The channel does not have the SKU, or not in this listing. */
export function isSkuMissing(code: string): boolean {
  return code.endsWith(".sku_missing");
}

/** The channel takes no such write of a listing in its present state, in practice off sale. */
export function isStatusRefused(code: string): boolean {
  return code.endsWith(".status_refused");
}

/** The vendor could not answer for this item just now. */
export function isUnavailable(code: string): boolean {
  return code.endsWith(".unavailable");
}

/** Our own request budget is used up; the request never went out, so nothing failed. */
export function isOutOfBudget(code: string): boolean {
  return code === "budget.exhausted";
}
