/** What the ledger keeps between runs: named facts, receipts of deliveries, ids to read again. */
import type { Transport } from "../domain/connections/source-store";
import { subjectsText, type JournalEvent } from "../domain/journal/journal";
import type { BegunReplay } from "../domain/journal/replay";
import type { Pack } from "../domain/stock/pack";
import type { PriceRule } from "../domain/stock/price-rule";
import type { LowStockRule, Sends } from "../domain/stock/product-rule";
import type { SourceRefund } from "../platforms/source-changes";
import type { Flushed } from "../sync/connections/flush-events";
import type { PollPage } from "../sync/orders/poll-orders";
import type { ProductScan } from "../sync/catalogue/scan-products";
import type { ProductWalk } from "../sync/catalogue/walk-products";
import type { OfferReadBack } from "../sync/stock/read-back-offers";
import type { StockCursor } from "../sync/stock/scan-stock";
import type { LedgerStoragePort, SqlPort } from "./storage-port";

/** Facts by name, each stored as JSON. */
export interface NoteValues {
  /** Undefined: never set; the first poke of an active connection sets it. */
  isActive: boolean;
  /** Units never published, from the connection's settings. */
  holdBack: number;
  /** Percent of what is free that is never published, from the settings; absent: none. */
  holdBackPercent: number;
  /** The most that is published of a variant, from the settings; absent: no limit. */
  maximumShown: number;
  /** The connection's threshold, from its settings; absent: none. */
  lowStock: LowStockRule;
  /** The connection's rule of prices, from its settings; absent: the store's prices. */
  priceRule: PriceRule;
  /** Digits behind the point of the store's prices; absent: two. */
  priceDecimals: number;
  /** When the rows of the journal were counted last, epoch ms. */
  journalCountedAt: number;
  /** What of products goes to the channel, from the connection's settings; absent: everything. */
  sends: Sends;
  /** The store's packs that are counted by their parts, as of the last scan; absent: none. */
  packs: readonly Pack[];
  /** The last listing that a comparison of all was through with; absent: none is under way. */
  reviewAfter: string;
  /** When all listings were compared last, epoch ms. */
  reviewedAt: number;
  /** Begin of the last full scan: no count is older than this. */
  scannedAt: number;
  /** Where the last scan of the stock ended. */
  stockCursor: StockCursor;
  /** Where the last scan of the products ended. */
  productScan: ProductScan;
  /** The walk over all products that is under way. */
  productWalk: ProductWalk;
  /** When the next walk begins, epoch ms. */
  productWalkDueAt: number;
  /** Products that could not be read when they were asked for last. */
  unreadable: readonly string[];
  /** When products that changed were taken up for their second read last, epoch ms. */
  secondReadsAt: number;
  /** The last slip of money given back in the store that was read. */
  refundCursor: string;
  /** Slips of orders that were not known when they were read. */
  refundsUnmatched: readonly SourceRefund[];
  /** Where the reading of what the channel shows is, and what differed. */
  readBack: OfferReadBack;
  /** When the next one begins, epoch ms. */
  readBackDueAt: number;
  /** The transport of the last scan after which the store's facts were checked. */
  scannedTransport: Transport;
  /** When the last event of the store came in (epoch ms), to the minute. */
  sourceEventAt: number;
  /** How many events were left in the store when it was asked to send them. */
  sourceFlushed: Flushed;
  /** Newest change of an order the poll has seen (epoch ms). */
  pollWatermark: number;
  /** How often somebody asked for a poll to wait for, and which of these polls began after it and ended. */
  pollAsked: number;
  pollAnswered: number;
  /** When changed returns were asked for last (epoch ms). */
  returnsPolledAt: number;
  /** A poll under way: where it began and its page, so that a crash resumes there. */
  pollPage: PollPage;
  /** Id of the last order that was projected again; absent: none are, or all from the first. */
  reprojectAfter: string;
  /** Tasks to finish when the poll is complete. */
  pollTasks: string[];
  /** Currency of the store's prices and of the market, "EUR GBP", while a problem says that they differ. */
  currenciesDiffer: string;
  /** Before that no listing is read that an event names (epoch ms). */
  listingsReadableFrom: number;
  sourceBlockedUntil: number;
  channelBlockedUntil: number;
  /** What was handed to the same mechanism again last, and how things stood before. */
  replay: BegunReplay;
}

/** Names in storage of notes that are called otherwise in code. */
const STORED_NAMES: Partial<Record<keyof NoteValues, string>> = {
  scannedTransport: "scannedVia",
  sourceEventAt: "sourceHeardAt",
};

const storedName = (name: keyof NoteValues) => STORED_NAMES[name] ?? name;

/**
 * recount: products whose stock was learned outside the scan. The scan's cursor has passed them
 * already, so they are read once more by id. named, second: products that changed, for their second read.
 */
export type RereadKind = "product" | "stock" | "recount" | "named" | "second";

export class Notes {
  readonly #sql: SqlPort;

  constructor({ sql }: Pick<LedgerStoragePort, "sql">) {
    this.#sql = sql;
  }

  read<Name extends keyof NoteValues>(name: Name): NoteValues[Name] | undefined {
    const [row] = this.#sql
      .exec<{ value: string }>(`SELECT value FROM note WHERE name = ?`, storedName(name))
      .toArray();
    return row && (JSON.parse(row.value) as NoteValues[Name]);
  }

  /** Several facts by one query. */
  readMany<Name extends keyof NoteValues>(
    names: readonly Name[],
  ): { [Of in Name]?: NoteValues[Of] | undefined } {
    const rows = this.#sql
      .exec<{ name: string; value: string }>(
        `SELECT name, value FROM note WHERE name IN (SELECT value FROM json_each(?))`,
        JSON.stringify(names.map(storedName)),
      )
      .toArray();
    const texts = new Map(rows.map(({ name, value }) => [name, value]));
    const entries = names.map((name) => {
      const value = texts.get(storedName(name));
      return [name, value === undefined ? undefined : (JSON.parse(value) as unknown)] as const;
    });
    return Object.fromEntries(entries) as { [Of in Name]?: NoteValues[Of] | undefined };
  }

  /** Stores a fact; undefined removes it. */
  write<Name extends keyof NoteValues>(name: Name, value: NoteValues[Name] | undefined): void {
    if (value === undefined) this.#sql.exec(`DELETE FROM note WHERE name = ?`, storedName(name));
    else
      this.#sql.exec(
        `INSERT INTO note VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2`,
        storedName(name),
        JSON.stringify(value),
      );
  }

  /** False when the delivery was received before; `event`: what the journal keeps of it in the same row. */
  receive(key: string, now: number, event: JournalEvent): boolean {
    const rows = this.#sql.exec(
      `INSERT OR IGNORE INTO receipt (key, at, kind, subjects, body) VALUES (?, ?, ?, ?, ?)
       RETURNING key`,
      key,
      now,
      event.kind,
      subjectsText(event.subjects),
      event.body,
    );
    return rows.toArray().length > 0;
  }

  hasReceived(key: string): boolean {
    return this.#sql.exec(`SELECT key FROM receipt WHERE key = ?`, key).toArray().length > 0;
  }

  /**
   * Ids to read again soon, each once; an id that is being read when it is added is read once more.
   */
  addRereads(kind: RereadKind, ids: readonly string[]): void {
    this.#sql.exec(
      `INSERT OR REPLACE INTO pending_look (kind, id) SELECT ?, value FROM json_each(?)`,
      kind,
      JSON.stringify(ids),
    );
  }

  listRereads(kind: RereadKind, limit: number): { ids: string[]; upTo: number } {
    const rows = this.#sql
      .exec<{ id: string; seq: number }>(
        `SELECT id, seq FROM pending_look WHERE kind = ? ORDER BY seq LIMIT ?`,
        kind,
        limit,
      )
      .toArray();
    return { ids: rows.map(({ id }) => id), upTo: rows.at(-1)?.seq ?? 0 };
  }

  removeRereads(kind: RereadKind, upTo: number): void {
    this.#sql.exec(`DELETE FROM pending_look WHERE kind = ? AND seq <= ?`, kind, upTo);
  }
}
