/** Whether listings are on sale and who took them off, as rows; no row: on sale. */
import type { ListingSale, PauseCause } from "../domain/stock/listing-pause";
import type { LedgerStoragePort, SqlPort } from "./storage-port";

export class SaleStore {
  readonly #sql: SqlPort;

  constructor({ sql }: Pick<LedgerStoragePort, "sql">) {
    this.#sql = sql;
  }

  find(channelProductId: string): ListingSale | undefined {
    const [row] = this.#sql
      .exec<{ cause: string | null; at: number }>(
        `SELECT cause, at FROM listing_sale WHERE channel_product_id = ?`,
        channelProductId,
      )
      .toArray();
    return row && { cause: row.cause as PauseCause | null, at: row.at };
  }

  /** Null: on sale, as far as is known. */
  causeOf(channelProductId: string): PauseCause | null {
    return this.find(channelProductId)?.cause ?? null;
  }

  /** Why Weft is about to take it off sale, or may have; null: it is not. */
  takingOf(channelProductId: string): PauseCause | null {
    const [row] = this.#sql
      .exec<{ cause: string }>(
        `SELECT cause FROM listing_taking WHERE channel_product_id = ?`,
        channelProductId,
      )
      .toArray();
    return row ? (row.cause as PauseCause) : null;
  }

  writeTaking(channelProductId: string, cause: PauseCause | null): void {
    if (cause === null) {
      this.#sql.exec(`DELETE FROM listing_taking WHERE channel_product_id = ?`, channelProductId);
      return;
    }
    this.#sql.exec(
      `INSERT INTO listing_taking VALUES (?1, ?2)
       ON CONFLICT (channel_product_id) DO UPDATE SET cause = ?2`,
      channelProductId,
      cause,
    );
  }

  /** What is known ends what Weft was about to do. */
  write(channelProductId: string, { cause, at }: ListingSale): void {
    this.writeTaking(channelProductId, null);
    this.#sql.exec(
      `INSERT INTO listing_sale VALUES (?1, ?2, ?3)
       ON CONFLICT (channel_product_id) DO UPDATE SET cause = ?2, at = ?3`,
      channelProductId,
      cause,
      at,
    );
  }
}
