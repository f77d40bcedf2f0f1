/**
 * Orders that are over, folded: the columns that hold the order become one, deflated. Nothing of them is lost,
 * whichever version of Weft wrote them, so a folded order is read, found and changed like any other.
 */
import { deflate, inflate } from "../lib/deflate";
import type { LedgerStoragePort, SqlPort } from "./storage-port";

export type FoldedColumns = {
  body: string;
  import_state: string;
  progress: string;
  draft: string | null;
  fulfilment: string;
  links: string | null;
};

/** Longer than buyers can send something back: an order of which more comes all the same is unfolded. */
const FOLD_AFTER_MS = 60 * 86_400_000;

/** Over, in no hands, and neither read nor with anything new in its history since a moment, given twice. */
const HAS_ENDED = `folded IS NULL AND is_open = 0 AND read_at < ?
  AND import_status IN ('imported', 'none') AND problems = '{}'
  AND body->>'state' IN ('cancelled', 'delivered', 'completed') AND NOT EXISTS (SELECT 1 FROM order_story
    WHERE order_story.order_id = order_record.order_id AND order_story.at >= ?)`;

/** Without its index named, SQLite walks through all orders that have ended, the folded ones too. */
const UNFOLDED = "order_record INDEXED BY order_unfolded";

export class FoldedOrders {
  readonly #sql: SqlPort;

  constructor({ sql }: Pick<LedgerStoragePort, "sql">) {
    this.#sql = sql;
  }

  /** Whether `fold` would find any; `now` in epoch ms. */
  hasEnded(now: number): boolean {
    const before = now - FOLD_AFTER_MS;
    const query = `SELECT 1 FROM ${UNFOLDED} WHERE ${HAS_ENDED} LIMIT 1`;
    return this.#sql.exec(query, before, before).toArray().length > 0;
  }

  /** Folds orders that have ended long ago, those read longest ago first; answers how many, at most `limit`. */
  fold(now: number, limit: number): number {
    const before = now - FOLD_AFTER_MS;
    const rows = this.#sql
      .exec<FoldedColumns & { order_id: string }>(
        `SELECT order_id, body, import_state, progress, draft, fulfilment, links FROM ${UNFOLDED}
         WHERE ${HAS_ENDED} ORDER BY read_at LIMIT ?`,
        before,
        before,
        limit,
      )
      .toArray();
    for (const { order_id: orderId, ...columns } of rows)
      this.#sql.exec(
        `UPDATE order_record SET folded = ?, body = '', import_state = '', progress = '', draft = NULL,
           fulfilment = '', links = NULL WHERE order_id = ?`,
        foldColumns(columns),
        orderId,
      );
    return rows.length;
  }

  /** Gives a folded order its columns back, before one of them is changed alone. */
  unfold(orderId: string): void {
    const [row] = this.#sql
      .exec<{ folded: ArrayBuffer | null }>(
        `SELECT folded FROM order_record WHERE order_id = ?`,
        orderId,
      )
      .toArray();
    if (!row?.folded) return;
    const { body, import_state, progress, draft, fulfilment, links } = unfoldColumns(row.folded);
    this.#sql.exec(
      `UPDATE order_record SET folded = NULL, body = ?, import_state = ?, progress = ?, draft = ?,
         fulfilment = ?, links = ? WHERE order_id = ?`,
      body,
      import_state,
      progress,
      draft,
      fulfilment,
      links,
      orderId,
    );
  }
}

/** In this order, which is stored. */
function foldColumns(columns: FoldedColumns): Uint8Array {
  const { body, import_state, progress, draft, fulfilment, links } = columns;
  return deflate(JSON.stringify([body, import_state, progress, draft, fulfilment, links]));
}

export function unfoldColumns(folded: ArrayBuffer): FoldedColumns {
  const [body, import_state, progress, draft, fulfilment, links] = JSON.parse(
    inflate(new Uint8Array(folded)),
  ) as [string, string, string, string | null, string, string | null];
  return { body, import_state, progress, draft, fulfilment, links };
}
