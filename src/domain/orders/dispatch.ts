/**
 * What a channel holds a seller to: orders are sent by a moment, and few are cancelled by the seller's fault.
 * The channel's own figures decide; these are counted alike, so that nobody is surprised. Pure.
 */

/** Both rates are of so many days, up to now. */
export const RATE_DAYS = 7;
/** Above these the channel punishes: points, fewer orders a day, in the end the loss of the shop. */
export const RATE_LIMITS = { cancelled: 0.025, lateDispatch: 0.04 } as const;

/** Which orders that wait to be sent are asked for. */
export const DUE = ["late", "today"] as const;
export type Due = (typeof DUE)[number];

export interface DispatchFigures {
  /** Orders not sent yet whose moment has passed, and those whose moment is later today by the store's clock. */
  late: number;
  today: number;
  /** Paid orders placed in the window, to be sent by the seller. */
  orders: number;
  /** Those of them that the seller cancelled, or the channel for want of a parcel. */
  cancelled: number;
  /** Orders to be sent within the window, as far as it is known when they were. */
  dispatched: number;
  /** Those of them that were sent late, or are late now. */
  dispatchedLate: number;
}

export interface Rate {
  /** From 0 to 1; 0 where there is nothing to count. */
  share: number;
  limit: number;
  isOver: boolean;
}

const rate = (part: number, whole: number, limit: number): Rate => {
  const share = whole === 0 ? 0 : part / whole;
  return { share, limit, isOver: share > limit };
};

/** Orders cancelled by the seller's fault among all. */
export const cancelledRate = ({ cancelled, orders }: DispatchFigures): Rate =>
  rate(cancelled, orders, RATE_LIMITS.cancelled);

/** Orders sent late among all that were to be sent. */
export const lateRate = ({ dispatchedLate, dispatched }: DispatchFigures): Rate =>
  rate(dispatchedLate, dispatched, RATE_LIMITS.lateDispatch);

/** An order as far as cancelling it moves a rate. */
export interface Cancellable {
  /** Epoch ms. */
  placedAt: number;
  shipBy: number | null;
}

/** The figures as they would be had the seller cancelled these orders at `now`, which are not sent yet. */
export function ifCancelled(
  figures: DispatchFigures,
  chosen: readonly Cancellable[],
  now: number,
): DispatchFigures {
  const from = windowStart(now);
  const placed = chosen.filter(({ placedAt }) => placedAt >= from).length;
  const late = chosen.filter(({ shipBy }) => shipBy !== null && shipBy < now).length;
  // A cancelled order is not sent late any more.
  const overdue = chosen.filter(
    ({ shipBy }) => shipBy !== null && shipBy < now && shipBy >= from,
  ).length;
  return {
    ...figures,
    late: figures.late - late,
    cancelled: figures.cancelled + placed,
    dispatched: figures.dispatched - overdue,
    dispatchedLate: figures.dispatchedLate - overdue,
  };
}

const DAY_MS = 86_400_000;

/** When the window of the rates begins, epoch ms. */
export const windowStart = (now: number): number => now - RATE_DAYS * DAY_MS;
