import type { NamedListing } from "../sync/listings/refresh-named-listings";
import type { LedgerStoragePort, SqlPort } from "./storage-port";

/** After a read of several: what is named meanwhile is read together. */
export const GATHER_MS = 15_000;
/** After a read of one: nothing says yet that there are more. */
const AFTER_ONE_MS = 3_000;

export const pauseAfter = (read: number): number => (read > 1 ? GATHER_MS : AFTER_ONE_MS);
/** Pause after a read in vain, doubled with each one. */
const FIRST_PAUSE_MS = GATHER_MS;
const MOST_PAUSE_MS = 60 * 60_000;

export interface PendingListing extends NamedListing {
  /** Events that named it until now. */
  wanted: number;
}

/** Listings that events named and that were not read since. */
export class NamedListings {
  readonly #sql: SqlPort;

  constructor({ sql }: Pick<LedgerStoragePort, "sql">) {
    this.#sql = sql;
  }

  /** `changedAt`: by the channel's clock. It is due at once, whatever failed before. */
  add(channelProductId: string, changedAt: number, now: number): void {
    this.#sql.exec(
      `INSERT INTO named_listing (channel_product_id, changed_at, due_at) VALUES (?1, ?2, ?3)
       ON CONFLICT (channel_product_id) DO UPDATE SET wanted = wanted + 1, misses = 0, due_at = ?3,
         changed_at = MAX(changed_at, ?2)`,
      channelProductId,
      changedAt,
      now,
    );
  }

  /** Those due, the ones that were never missed first. */
  list(now: number, limit: number): PendingListing[] {
    return this.#sql
      .exec<{ id: string; changed_at: number; wanted: number; misses: number }>(
        `SELECT channel_product_id AS id, changed_at, wanted, misses FROM named_listing
         WHERE due_at <= ? ORDER BY misses, changed_at LIMIT ?`,
        now,
        limit,
      )
      .toArray()
      .map(({ id, changed_at: changedAt, wanted, misses }) => ({
        channelProductId: id,
        changedAt,
        wanted,
        misses,
      }));
  }

  /** Read: gone, unless it was named again meanwhile. */
  remove({ channelProductId, wanted }: PendingListing): void {
    this.#sql.exec(
      `DELETE FROM named_listing WHERE channel_product_id = ? AND wanted = ?`,
      channelProductId,
      wanted,
    );
  }

  /** Read in vain: again after a pause, unless it was named again meanwhile. */
  miss({ channelProductId, wanted, misses }: PendingListing, now: number): void {
    this.#sql.exec(
      `UPDATE named_listing SET misses = misses + 1, due_at = ?
       WHERE channel_product_id = ? AND wanted = ?`,
      now + Math.min(FIRST_PAUSE_MS * 2 ** misses, MOST_PAUSE_MS),
      channelProductId,
      wanted,
    );
  }

  /** When the next is due, epoch ms; undefined: none is left. */
  nextDueAt(): number | undefined {
    const [row] = this.#sql
      .exec<{ at: number | null }>(`SELECT MIN(due_at) AS at FROM named_listing`)
      .toArray();
    return row?.at ?? undefined;
  }
}
