/** Small facts the ledger keeps between runs, each a JSON value under a name. */
import type { Transport } from "../domain/connections/source-store";
import type { Flushed } from "../sync/connections/flush-events";
import type { PollPage } from "../sync/orders/poll-orders";
import type { StockCursor } from "../sync/stock/scan-stock";
import type { LedgerStoragePort } from "./storage-port";

export interface Notes {
  /** Undefined: nobody ever said; the first poke of an active connection settles it. */
  isActive: boolean;
  /** Units never published, from the connection's settings. */
  holdBack: number;
  /** Begin of the last full scan: no count is older than this. */
  scannedAt: number;
  /** Where the last scan of the stock ended. */
  stockCursor: StockCursor;
  /** The way a scan went when the store's facts were last seen to. */
  scannedVia: Transport;
  /** When the store told something by itself last (epoch ms), to the minute. */
  sourceHeardAt: number;
  /** How the store's outbox was left when it was asked to send. */
  sourceFlushed: Flushed;
  /** Newest change of an order the poll has seen (epoch ms). */
  pollWatermark: number;
  /** A poll under way: where it began and its page, so that a crash resumes there. */
  pollPage: PollPage;
  /** Tasks to settle when the poll is through. */
  pollTasks: string[];
  sourceBlockedUntil: number;
  channelBlockedUntil: number;
}

/** recount: the count came by another way than the scan's, which tells no more of what it told before. */
export type RereadKind = "product" | "stock" | "recount";
export type LedgerNotes = ReturnType<typeof openNotes>;

export function openNotes({ sql }: Pick<LedgerStoragePort, "sql">) {
  return {
    read<Name extends keyof Notes>(name: Name): Notes[Name] | undefined {
      const [row] = sql
        .exec<{ value: string }>(`SELECT value FROM note WHERE name = ?`, name)
        .toArray();
      return row && (JSON.parse(row.value) as Notes[Name]);
    },
    write<Name extends keyof Notes>(name: Name, value: Notes[Name]): void {
      sql.exec(
        `INSERT INTO note VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2`,
        name,
        JSON.stringify(value),
      );
    },
    forget(name: keyof Notes): void {
      sql.exec(`DELETE FROM note WHERE name = ?`, name);
    },
    /** False when the delivery was received before. */
    receive(key: string, now: number): boolean {
      const rows = sql.exec(`INSERT OR IGNORE INTO receipt VALUES (?, ?) RETURNING key`, key, now);
      return rows.toArray().length > 0;
    },
    hasReceived(key: string): boolean {
      return sql.exec(`SELECT key FROM receipt WHERE key = ?`, key).toArray().length > 0;
    },
    pruneReceipts(before: number): void {
      sql.exec(`DELETE FROM receipt WHERE at < ?`, before);
    },
    /** Ids somebody must look at soon, each once; asking again while they are looked at counts. */
    addRereads(kind: RereadKind, ids: readonly string[]): void {
      sql.exec(
        `INSERT OR REPLACE INTO pending_look (kind, id) SELECT ?, value FROM json_each(?)`,
        kind,
        JSON.stringify(ids),
      );
    },
    listRereads(kind: RereadKind, limit: number): { ids: string[]; upTo: number } {
      const rows = sql
        .exec<{ id: string; seq: number }>(
          `SELECT id, seq FROM pending_look WHERE kind = ? ORDER BY seq LIMIT ?`,
          kind,
          limit,
        )
        .toArray();
      return { ids: rows.map(({ id }) => id), upTo: rows.at(-1)?.seq ?? 0 };
    },
    removeRereads(kind: RereadKind, upTo: number): void {
      sql.exec(`DELETE FROM pending_look WHERE kind = ? AND seq <= ?`, kind, upTo);
    },
  };
}
