/**
 * What Cloudflare asks for what Weft uses, in US dollars a million, beyond what the paid plan includes; as its pages
 * on the prices of Workers, D1, Durable Objects and Queues said in November 2026. CPU is left out: a second of it
 * costs 0.002 cents.
 */
export const PRICES = {
  /** Calls that come from outside: pages, webhooks. */
  requests: 0.3,
  /** Calls of a ledger, and its alarms. */
  ledgerCalls: 0.15,
  /** A message is written, read and deleted. */
  messages: 3 * 0.4,
  rowsRead: 0.001,
  rowsWritten: 1,
  ledgerRowsRead: 0.001,
  ledgerRowsWritten: 1,
} as const;

export type Bill = Record<keyof typeof PRICES, number>;

export const NAMES: Readonly<Record<keyof Bill, string>> = {
  requests: "webhooks",
  ledgerCalls: "calls of the ledger",
  messages: "messages",
  rowsRead: "rows read in D1",
  rowsWritten: "rows written in D1",
  ledgerRowsRead: "rows read in the ledger",
  ledgerRowsWritten: "rows written in the ledger",
};

/** US dollars. */
export const priceOf = (bill: Bill): number =>
  Object.entries(PRICES).reduce(
    (sum, [of, price]) => sum + (bill[of as keyof Bill] * price) / 1e6,
    0,
  );
