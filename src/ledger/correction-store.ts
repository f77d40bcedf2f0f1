/** Corrections that readings of the channel led to, out of the history of published numbers. */
import {
  readEntryCause,
  type CorrectionCause,
  type CorrectionNote,
} from "../domain/stock/correction-note";
import type { LedgerStoragePort, SqlPort } from "./storage-port";

type RawEntry = {
  product_id: string;
  variant_id: string;
  cause: string;
  detail: string;
  sellable: number;
  price_minor: number | null;
  at: number;
};

/** Corrections of a product that are answered, the newest first. */
const MOST_SHOWN = 20;
/** Products that are named of those with corrections. */
const MOST_NAMED = 3;

export class CorrectionStore {
  readonly #sql: SqlPort;

  constructor({ sql }: Pick<LedgerStoragePort, "sql">) {
    this.#sql = sql;
  }

  listOf(productId: string): CorrectionNote[] {
    return this.#sql
      .exec<RawEntry>(
        `SELECT product_id, variant_id, cause, detail, sellable, price_minor, at FROM stock_entry
         WHERE product_id = ? AND cause LIKE 'corrected%' ORDER BY id DESC LIMIT ?`,
        productId,
        MOST_SHOWN,
      )
      .toArray()
      .flatMap((row) => toNote(row) ?? []);
  }

  /** How many there were since then (epoch ms), and some of their products. */
  countSince(at: number): { count: number; productIds: string[] } {
    const rows = this.#sql
      .exec<{ product_id: string; n: number }>(
        `SELECT product_id, count(*) AS n FROM stock_entry
         WHERE at >= ? AND cause LIKE 'corrected%' GROUP BY product_id ORDER BY max(at) DESC`,
        at,
      )
      .toArray();
    const count = rows.reduce((sum, { n }) => sum + n, 0);
    return { count, productIds: rows.slice(0, MOST_NAMED).map((row) => row.product_id) };
  }

  /** What ended lately of orders of a SKU, which gives units back to its counter. */
  causeOf(channelSkuId: string, since: number): CorrectionCause {
    const [row] = this.#sql
      .exec<{ kind: string }>(
        `SELECT s.kind FROM order_story s JOIN order_record r ON r.order_id = s.order_id
         WHERE s.at >= ? AND s.kind IN ('return', 'cancelled', 'part_cancelled')
           AND instr(r.body, ?) > 0
         ORDER BY s.kind = 'return' DESC LIMIT 1`,
        since,
        `"${channelSkuId}"`,
      )
      .toArray();
    if (!row) return "seller_edit";
    return row.kind === "return" ? "returned" : "cancelled";
  }
}

function toNote(row: RawEntry): CorrectionNote | undefined {
  const read = readEntryCause(row.cause);
  if (!read) return undefined;
  return {
    productId: row.product_id,
    variantId: row.variant_id,
    ...read,
    shown: Number(row.detail),
    set: read.what === "quantity" ? row.sellable : row.price_minor,
    at: row.at,
  };
}
