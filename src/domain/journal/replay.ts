/** A replay: what the journal or a person names is handed to the same mechanism once more. */

/** What is asked for again: an event, a thing of either shop, a span of time, or every order as it is shown. */
export type ReplayTerms =
  | { event: string }
  | { subject: string }
  /** Epoch ms. */
  | { from: number; until: number }
  | { everything: true };

/** How things stood when a replay began. */
export interface BegunReplay {
  /** Epoch ms. */
  at: number;
  /** Events of the journal that were handed on. */
  events: number;
  orders: readonly string[];
  products: readonly string[];
  listings: readonly string[];
  /** All orders are shown anew. */
  isWhole: boolean;
  /** The newest entries of what happened to orders, of published stock, and of calls. */
  last: { history: number; stock: number; write: number };
}

/** What became of a replay. */
export interface ReplayState {
  at: number;
  events: number;
  /** Things that were named. */
  orders: number;
  products: number;
  listings: number;
  /** Of them, those still to be read. */
  waiting: number;
  /** Those something happened to since: it had been missing, or it was due anyway. */
  changed: string[];
  /** Calls since then that wrote something about one of them. */
  writes: number;
  isDone: boolean;
}

/** More things than this are not read again at once. */
export const MOST_REPLAYED = 500;
