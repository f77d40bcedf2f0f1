/** Order records and their story as rows. It decides nothing about an order. */
import { readStoredDraft } from "../domain/orders/stored-draft";
import type { ImportState } from "../domain/orders/order-claim";
import { openLines } from "../domain/orders/order-draft";
import type { OrderRecord, HistoryEntry, HistoryKind } from "../domain/orders/order-record";
import { reservesUnits } from "../domain/orders/plan-order";
import type { LedgerStoragePort } from "./storage-port";

type Raw = {
  body: string;
  read_at: number;
  import_state: string;
  progress: string;
  draft: string | null;
  fulfilment: string;
  problems: string;
  version: number;
};

const COLUMNS = "body, read_at, import_state, progress, draft, fulfilment, problems, version";

const toRecord = (raw: Raw): OrderRecord => ({
  order: JSON.parse(raw.body) as OrderRecord["order"],
  readAt: raw.read_at,
  importState: JSON.parse(raw.import_state) as ImportState,
  progress: JSON.parse(raw.progress) as OrderRecord["progress"],
  draft: raw.draft === null ? null : readStoredDraft(JSON.parse(raw.draft)),
  fulfilment: JSON.parse(raw.fulfilment) as OrderRecord["fulfilment"],
  problems: JSON.parse(raw.problems) as OrderRecord["problems"],
  version: raw.version,
});

/** Imported and still able to be shipped, cancelled or given another number. */
function isOpen({ order, importState }: OrderRecord): boolean {
  if (importState.status !== "imported") return false;
  return order.state !== "cancelled" && order.state !== "delivered" && order.state !== "completed";
}

export type OrderStore = ReturnType<typeof openOrderStore>;

export function openOrderStore({ sql }: Pick<LedgerStoragePort, "sql">) {
  const select = (where: string, ...bindings: (string | number)[]) =>
    sql
      .exec<Raw>(`SELECT ${COLUMNS} FROM order_record WHERE ${where}`, ...bindings)
      .toArray()
      .map(toRecord);
  return {
    read: (orderId: string): OrderRecord | undefined => select("order_id = ?", orderId)[0],
    findBySource: (sourceOrderId: string): OrderRecord | undefined =>
      select("source_order_id = ?", sourceOrderId)[0],
    listHeld: (): OrderRecord[] => select("import_status = 'held'"),
    listParked: (): OrderRecord[] => select("import_status = 'parked'"),
    /** One keyset page of the orders whose fulfilment must be followed, after an order's id. */
    listOpen: (after: string, limit: number): OrderRecord[] =>
      select("is_open = 1 AND order_id > ? ORDER BY order_id LIMIT ?", after, limit),
    /** Ids of open orders with a problem about their shipment. */
    listUnshipped: (): string[] =>
      sql
        .exec<{ order_id: string }>(
          `SELECT order_id FROM order_record
           WHERE is_open = 1 AND problems->'shipment' IS NOT NULL`,
        )
        .toArray()
        .map((row) => row.order_id),
    /** Stores the record as its next version and answers it. */
    write(record: OrderRecord, entries: readonly HistoryEntry[]): OrderRecord {
      const next = { ...record, version: record.version + 1 };
      const { importState } = next;
      sql.exec(
        `INSERT INTO order_record (order_id, body, read_at, import_status, import_state, progress,
           draft, fulfilment, problems, source_order_id, is_open, version)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
         ON CONFLICT (order_id) DO UPDATE SET body = ?2, read_at = ?3, import_status = ?4,
           import_state = ?5, progress = ?6, draft = ?7, fulfilment = ?8, problems = ?9,
           source_order_id = ?10, is_open = ?11, version = ?12`,
        next.order.id,
        JSON.stringify(next.order),
        next.readAt,
        importState.status,
        JSON.stringify(importState),
        JSON.stringify(next.progress),
        next.draft === null ? null : JSON.stringify(next.draft),
        JSON.stringify(next.fulfilment),
        JSON.stringify(next.problems),
        importState.status === "imported" ? importState.sourceOrderId : null,
        isOpen(next) ? 1 : 0,
        next.version,
      );
      for (const entry of entries)
        sql.exec(
          `INSERT OR IGNORE INTO order_story (order_id, entry_key, kind, facts, at)
           VALUES (?, ?, ?, ?, ?)`,
          next.order.id,
          entry.key,
          entry.kind,
          JSON.stringify(entry.facts),
          entry.at,
        );
      return next;
    },
    /** Ids on the way to the source's order; saved without a new version, in the middle of a call. */
    rememberProgress(orderId: string, progress: Readonly<Record<string, string>>): void {
      sql.exec(
        `UPDATE order_record SET progress = ? WHERE order_id = ?`,
        JSON.stringify(progress),
        orderId,
      );
    },
    /** Makes the reservations of an order what they must be; answers whether something changed. */
    reserve(record: OrderRecord): boolean {
      const { order, importState } = record;
      const before = this.reservations(order.id);
      if (reservesUnits(order, importState)) {
        const units = new Map<string, number>();
        for (const { channelSkuId } of openLines(order))
          units.set(channelSkuId, (units.get(channelSkuId) ?? 0) + 1);
        sql.exec(`DELETE FROM reservation WHERE order_id = ?`, order.id);
        for (const [sku, count] of units)
          sql.exec(`INSERT INTO reservation VALUES (?, ?, ?, NULL)`, order.id, sku, count);
      } else if (importState.status === "imported") {
        // The store's count contains the order from now on; older counts do not.
        sql.exec(
          `UPDATE reservation SET until_observed_after = ?
           WHERE order_id = ? AND until_observed_after IS NULL`,
          importState.importedAt,
          order.id,
        );
      } else sql.exec(`DELETE FROM reservation WHERE order_id = ?`, order.id);
      return before !== this.reservations(order.id);
    },
    reservations(orderId: string): string {
      const rows = sql.exec(
        `SELECT channel_sku_id, units, until_observed_after FROM reservation
         WHERE order_id = ? ORDER BY channel_sku_id`,
        orderId,
      );
      return JSON.stringify([...rows.raw()]);
    },
    /** Entries the read model has not been told. */
    untoldStory(orderId: string): { entries: HistoryEntry[]; upTo: number } {
      const rows = sql
        .exec<{ id: number; entry_key: string; kind: string; facts: string; at: number }>(
          `SELECT id, entry_key, kind, facts, at FROM order_story
           WHERE order_id = ? AND is_projected = 0 ORDER BY id`,
          orderId,
        )
        .toArray();
      const entries = rows.map((row) => ({
        key: row.entry_key,
        kind: row.kind as HistoryKind,
        facts: JSON.parse(row.facts) as Record<string, unknown>,
        at: row.at,
      }));
      return { entries, upTo: rows.at(-1)?.id ?? 0 };
    },
    markProjected(orderId: string, version: number, upTo: number): void {
      sql.exec(`UPDATE order_record SET projected = ? WHERE order_id = ?`, version, orderId);
      sql.exec(
        `UPDATE order_story SET is_projected = 1 WHERE order_id = ? AND id <= ?`,
        orderId,
        upTo,
      );
    },
  };
}
