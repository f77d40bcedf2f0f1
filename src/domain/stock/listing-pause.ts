/**
 * Whether a listing is on sale, and who took it off. Only what Weft took off sale for its stock is
 * put back by Weft. Pure; the ledger stores the state and calls the channel.
 */

/**
 * Why a listing is off sale: nothing left, a threshold, the store does not sell the product, one of
 * its SKUs must not be sold and cannot be shown empty, the merchant (in Weft or in the seller's pages),
 * or the channel itself.
 */
export const PAUSE_CAUSES = [
  "stock",
  "threshold",
  "withdrawn",
  "empty_sku",
  "merchant",
  "channel",
] as const;

export type PauseCause = (typeof PAUSE_CAUSES)[number];

const OWN: readonly (PauseCause | null)[] = ["stock", "threshold", "withdrawn", "empty_sku"];

/** `cause` null: on sale, as far as is known. `at`: epoch ms of the newest change. */
export interface ListingSale {
  cause: PauseCause | null;
  at: number;
}

/** What somebody said of a listing: a merchant who changed it, or the channel that was read. */
export interface SaleReport {
  state: "live" | "paused" | "blocked";
  by: "merchant" | "channel";
}

/** True for a pause that Weft may end. */
export function isOwnPause(cause: PauseCause | null): boolean {
  return OWN.includes(cause);
}

/**
 * The state after a report of the moment `at` (epoch ms), or null when it is no news. `taking`: why Weft
 * was about to take it off sale when it last knew.
 */
export function receiveSaleReport(
  known: ListingSale | undefined,
  report: SaleReport,
  at: number,
  taking: PauseCause | null = null,
): ListingSale | null {
  if (known && at < known.at) return null;
  const before = known?.cause ?? null;
  const cause = causeAfter(before, report, taking);
  return cause === before ? null : { cause, at };
}

function causeAfter(
  before: PauseCause | null,
  { state, by }: SaleReport,
  taking: PauseCause | null,
): PauseCause | null {
  if (state === "live") return null;
  if (state === "blocked") return "channel";
  if (by === "merchant") return "merchant";
  // The channel does not say who paused it: a pause that is known already stays what it is, and one that
  // Weft was about to make is its own.
  if (before === null) return taking ?? "merchant";
  return before === "channel" ? "merchant" : before;
}

/** A listing's stock as a whole. */
export interface ListingStock {
  /** Nothing is left of any SKU. */
  isSoldOut: boolean;
  /** A SKU is low under a rule that takes the product off sale. */
  isLow: boolean;
  /** The store sells no SKU of it any more, whatever it counts. */
  isWithdrawn: boolean;
  /** Nothing may be sold of a SKU, beside others that may be. */
  hasEmptySku: boolean;
}

/** Whether the stock of a listing moves it on or off sale. */
export function planPause(
  cause: PauseCause | null,
  { isSoldOut, isLow, isWithdrawn, hasEmptySku }: ListingStock,
): "take_down" | "put_back" | "leave" {
  if (cause === null) return isLow || isWithdrawn ? "take_down" : "leave";
  const isHeld = isSoldOut || isLow || (cause === "empty_sku" && hasEmptySku);
  return isOwnPause(cause) && !isHeld ? "put_back" : "leave";
}
