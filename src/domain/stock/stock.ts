/**
 * How much may be offered. It knows counts and moments only; where they come from is the ledger's
 * business.
 */

import type { StockRule } from "./stock-rule";

/** Units of one variant promised by one order of the channel. */
export interface Reservation {
  orderId: string;
  units: number;
  /**
   * Absent: the source store knows nothing of the order. Set once the store has the order too: its
   * own count has dropped since that moment, so the promise counts only beside older observations.
   */
  untilObservedAfter?: number | undefined;
}

/** Epoch ms when the read of `physical` began: a count is at least that young. */
export interface CountedStock {
  physical: number;
  observedAt: number;
}

/** Promised units the count does not contain yet. */
export function reservedUnits(stock: CountedStock, reservations: readonly Reservation[]): number {
  return reservations
    .filter(({ untilObservedAfter }) =>
      untilObservedAfter === undefined ? true : untilObservedAfter > stock.observedAt,
    )
    .reduce((sum, { units }) => sum + units, 0);
}

/** TikTok Shop prints 1 to 99 999 as the range of a quantity. */
export const MAX_OFFERED = 99_999;

/**
 * What may be sold: never negative, never more than is counted and free. The share that stays is taken off what is
 * free, in whole units for sale, then the units that stay.
 */
export function sellableUnits(
  physical: number,
  reserved: number,
  { units, percent }: Pick<StockRule, "units" | "percent">,
): number {
  const free = Math.max(0, physical - reserved);
  const shared = Math.floor((free * (100 - percent)) / 100);
  return Math.min(MAX_OFFERED, Math.max(0, shared - units));
}

/** The newest look wins; a late answer about an earlier moment changes nothing. */
export function isNewer(observedAt: number, known: { observedAt: number } | undefined): boolean {
  return known === undefined || observedAt >= known.observedAt;
}
