/**
 * The result of comparing both shops with the ledger, as it is kept, signed and handed out. Times are epoch
 * ms UTC. Pure.
 */
import type { Facts } from "../facts";
import type { OrderFate } from "./order-fate";

/** How far back orders are compared: longer than a lost event and the polls behind it take to be noticed. */
export const WINDOW_DAYS = 7;
/** Younger orders and changes are still on their way by themselves. */
export const RECENT_MS = 15 * 60_000;
/** Differences that a report names; the rest is counted. */
export const MOST_FINDINGS = 1_000;
/** How long a report is kept. */
export const KEPT_DAYS = 90;

/**
 * missing, outdated: an order, or a change of one, that Weft had not received. gone: the store does not have its
 * order any more. unread: an order in a form that cannot be read, or a count, see StockVerdict. held: a person has
 * to do something. store, channel: a count, too.
 */
export const FINDING_KINDS = [
  "missing",
  "outdated",
  "gone",
  "unread",
  "held",
  "store",
  "channel",
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export interface ReportFinding {
  /** "order:<id>" or "sku:<id>" and what was found of it. */
  key: string;
  what: FindingKind;
  /** The channel's order, or the store's product. */
  subjectId: string;
  /** Whether it was set right by this comparison. */
  isRepaired: boolean;
  /** Where the order stands at the end; absent of stock. */
  fate?: OrderFate;
  /** Code of why it is held. */
  reason?: string;
  facts: Facts;
}

/** A finding as it is kept while its report is made. */
export interface KeptFinding extends ReportFinding {
  /** What a second reading said of a count that differed; absent: there was none yet. */
  second?: "stands" | "moved";
}

export interface OrderTotals {
  listed: number;
  fates: Readonly<Partial<Record<OrderFate, number>>>;
  /** Why, by code, of those whose fate has a reason. */
  reasons: Readonly<Record<string, number>>;
  /** Orders and changes that had not arrived and were taken in. */
  repaired: number;
  /** False: the shop had more orders in the window than are read at a time. */
  isWhole: boolean;
}

export interface StockTotals {
  compared: number;
  equal: number;
  moving: number;
  unsent: number;
  /** Nobody could compare them. */
  unread: number;
  /** Counts of the store that the ledger did not have. */
  store: number;
  /** Numbers of the channel that were not the wanted ones. */
  channel: number;
  repaired: number;
  isWhole: boolean;
}

export interface ReportTotals {
  orders: OrderTotals;
  stock: StockTotals;
}

export interface ReconciliationReport extends ReportTotals {
  format: "weft-reconciliation";
  version: 1;
  id: string;
  connectionId: string;
  store: string;
  /** Orders created from then until then. */
  from: number;
  until: number;
  startedAt: number;
  finishedAt: number;
  findings: readonly ReportFinding[];
  /** Findings beyond those that are named. */
  unnamed: number;
}

export const NO_TOTALS: ReportTotals = {
  orders: { listed: 0, fates: {}, reasons: {}, repaired: 0, isWhole: true },
  stock: {
    compared: 0,
    equal: 0,
    moving: 0,
    unsent: 0,
    unread: 0,
    store: 0,
    channel: 0,
    repaired: 0,
    isWhole: true,
  },
};

/** The counts with `more` of one; a negative number takes away. */
export function addCount<Counts extends Readonly<Partial<Record<string, number>>>>(
  counts: Counts,
  name: keyof Counts & string,
  more: number,
): Counts {
  const next = { ...counts, [name]: (counts[name] ?? 0) + more };
  return Object.fromEntries(Object.entries(next).filter(([, count]) => count !== 0)) as Counts;
}

/** Every listed order has one fate. */
export const isBalanced = ({ listed, fates }: OrderTotals): boolean =>
  Object.values(fates).reduce((sum, count) => sum + count, 0) === listed;
