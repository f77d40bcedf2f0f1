/** Order records and their history as rows. It decides nothing about an order. */
import type { Facts } from "../domain/facts";
import { forgetBuyerOf } from "../domain/orders/forget-record";
import { openLines } from "../domain/orders/order-draft";
import { PROJECTION_VERSION } from "../domain/orders/order-projection";
import type {
  OrderRecord,
  OwnLinks,
  HistoryEntry,
  HistoryKind,
} from "../domain/orders/order-record";
import { reservesUnits } from "../domain/orders/plan-order";
import { readStoredDraft } from "../domain/orders/stored-draft";
import {
  readStoredFulfilment,
  readStoredImport,
  RECORD_SHAPE,
} from "../domain/orders/stored-record";
import { FoldedOrders, unfoldColumns, type FoldedColumns } from "./folded-orders";
import type { LedgerStoragePort, SqlPort } from "./storage-port";

type RawRecord = FoldedColumns & {
  read_at: number;
  problems: string;
  version: number;
  shape: number;
  forgotten_at: number | null;
  folded: ArrayBuffer | null;
};

type RawEntry = { id: number; entry_key: string; kind: string; facts: string; at: number };

const COLUMNS =
  "body, read_at, import_state, progress, draft, fulfilment, problems, version, shape, links, forgotten_at, folded";

export class OrderStore {
  readonly #sql: SqlPort;
  readonly #folded: FoldedOrders;

  constructor({ sql }: Pick<LedgerStoragePort, "sql">) {
    this.#sql = sql;
    this.#folded = new FoldedOrders({ sql });
  }

  read(orderId: string): OrderRecord | undefined {
    return this.#select("order_id = ?", orderId)[0];
  }

  findBySource(sourceOrderId: string): OrderRecord | undefined {
    return this.#select("source_order_id = ?", sourceOrderId)[0];
  }

  listHeld(): OrderRecord[] {
    return this.#select("import_status = 'held'");
  }

  listParked(): OrderRecord[] {
    return this.#select("import_status = 'parked'");
  }

  /** Orders that are not in the store yet, and those in it whose fulfilment has a problem. */
  listUnfinished(limit: number): OrderRecord[] {
    const where = `import_status IN ('waiting', 'claimed', 'held', 'parked')
      OR is_open = 1 AND problems <> '{}' ORDER BY order_id LIMIT ?`;
    return this.#select(where, limit);
  }

  /** One keyset page of the orders whose fulfilment must be followed, after an order's id. */
  listOpen(after: string, limit: number): OrderRecord[] {
    return this.#select("is_open = 1 AND order_id > ? ORDER BY order_id LIMIT ?", after, limit);
  }

  /** Ids of open orders with a problem about their shipment. */
  listUnshipped(): string[] {
    return this.#sql
      .exec<{ order_id: string }>(
        `SELECT order_id FROM order_record
         WHERE is_open = 1 AND problems->'shipment' IS NOT NULL`,
      )
      .toArray()
      .map((row) => row.order_id);
  }

  /** Stores the record as its next version, with its new history entries, and answers it. */
  write(record: OrderRecord, entries: readonly HistoryEntry[]): OrderRecord {
    const next = { ...record, version: record.version + 1 };
    const { importState } = next;
    this.#sql.exec(
      `INSERT INTO order_record (order_id, body, read_at, import_status, import_state, progress,
         draft, fulfilment, problems, source_order_id, is_open, version, shape, projection,
         links)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
       ON CONFLICT (order_id) DO UPDATE SET body = ?2, read_at = ?3, import_status = ?4,
         import_state = ?5, progress = ?6, draft = ?7, fulfilment = ?8, problems = ?9,
         source_order_id = ?10, is_open = ?11, version = ?12,
         shape = ?13, links = ?15, folded = NULL`,
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
      RECORD_SHAPE,
      // A new order's first projection is scheduled with it.
      PROJECTION_VERSION,
      next.links === undefined ? null : JSON.stringify(next.links),
    );
    for (const entry of entries) this.#addEntry(next.order.id, entry);
    return next;
  }

  /** Takes the buyer out of a record; no news, so its version stays. */
  forgetBuyer(orderId: string, now: number): void {
    const known = this.read(orderId);
    if (!known || known.forgottenAt !== undefined) return;
    this.#folded.unfold(orderId);
    const { order, draft, fulfilment, problems } = forgetBuyerOf(known, now);
    this.#sql.exec(
      `UPDATE order_record SET body = ?, draft = ?, fulfilment = ?, problems = ?, forgotten_at = ?
       WHERE order_id = ?`,
      JSON.stringify(order),
      draft === null ? null : JSON.stringify(draft),
      JSON.stringify(fulfilment),
      JSON.stringify(problems),
      now,
      orderId,
    );
  }

  /** Ids on the way to the source's order; saved without a new version, in the middle of a call. */
  rememberProgress(orderId: string, progress: Readonly<Record<string, string>>): void {
    this.#folded.unfold(orderId);
    this.#sql.exec(
      `UPDATE order_record SET progress = ? WHERE order_id = ?`,
      JSON.stringify(progress),
      orderId,
    );
  }

  /** Makes the reservations of an order what they must be; answers whether something changed. */
  reserve(record: OrderRecord): boolean {
    const { order, importState } = record;
    const before = this.#reservations(order.id);
    if (reservesUnits(record)) this.#replaceReservations(record);
    else if (importState.status === "imported")
      // The store's count contains the order from now on; older counts do not.
      this.#sql.exec(
        `UPDATE reservation SET until_observed_after = ?
         WHERE order_id = ? AND until_observed_after IS NULL`,
        importState.importedAt,
        order.id,
      );
    else this.#sql.exec(`DELETE FROM reservation WHERE order_id = ?`, order.id);
    return before !== this.#reservations(order.id);
  }

  /** History entries the read model does not have yet. */
  listUnprojected(orderId: string): { entries: HistoryEntry[]; upTo: number } {
    const rows = this.#sql
      .exec<RawEntry>(
        `SELECT id, entry_key, kind, facts, at FROM order_story
         WHERE order_id = ? AND is_projected = 0 ORDER BY id`,
        orderId,
      )
      .toArray();
    return { entries: rows.map(toEntry), upTo: rows.at(-1)?.id ?? 0 };
  }

  markProjected(orderId: string, version: number, upTo: number): void {
    this.#sql.exec(
      `UPDATE order_record SET projected = ?, projection = ? WHERE order_id = ?`,
      version,
      PROJECTION_VERSION,
      orderId,
    );
    this.#sql.exec(
      `UPDATE order_story SET is_projected = 1 WHERE order_id = ? AND id <= ?`,
      orderId,
      upTo,
    );
  }

  /** True while orders are shown in an older shape than today's. */
  hasOlderShapes(): boolean {
    const query = `SELECT 1 FROM order_record WHERE projection < ? LIMIT 1`;
    return this.#sql.exec(query, PROJECTION_VERSION).toArray().length > 0;
  }

  /** One keyset page of the orders shown in an older shape than today's, after an order's id. */
  listOlderShapes(after: string, limit: number): OrderRecord[] {
    const where = "projection < ? AND order_id > ? ORDER BY order_id LIMIT ?";
    return this.#select(where, PROJECTION_VERSION, after, limit);
  }

  #select(where: string, ...bindings: (string | number)[]): OrderRecord[] {
    return this.#sql
      .exec<RawRecord>(`SELECT ${COLUMNS} FROM order_record WHERE ${where}`, ...bindings)
      .toArray()
      .map(toRecord);
  }

  /** An entry whose key the order has already is left out. */
  #addEntry(orderId: string, { key, kind, facts, at }: HistoryEntry): void {
    this.#sql.exec(
      `INSERT OR IGNORE INTO order_story (order_id, entry_key, kind, facts, at)
       VALUES (?, ?, ?, ?, ?)`,
      orderId,
      key,
      kind,
      JSON.stringify(facts),
      at,
    );
  }

  #replaceReservations({ order, links }: OrderRecord): void {
    const units = new Map<string, number>();
    for (const { channelSkuId } of openLines(order))
      units.set(channelSkuId, (units.get(channelSkuId) ?? 0) + 1);
    this.#sql.exec(`DELETE FROM reservation WHERE order_id = ?`, order.id);
    for (const [sku, count] of units) {
      const own = links?.chosen?.[sku];
      this.#sql.exec(
        `INSERT INTO reservation VALUES (?, ?, ?, NULL, ?, ?)`,
        order.id,
        sku,
        count,
        own?.productId ?? null,
        own?.variantId ?? null,
      );
    }
  }

  /** All reservations of an order as text, to compare. */
  #reservations(orderId: string): string {
    const rows = this.#sql.exec(
      `SELECT channel_sku_id, units, until_observed_after, product_id, variant_id FROM reservation
       WHERE order_id = ? ORDER BY channel_sku_id`,
      orderId,
    );
    return JSON.stringify([...rows.raw()]);
  }
}

/** Imported and still able to be shipped, cancelled or given another number. */
function isOpen({ order, importState }: OrderRecord): boolean {
  if (importState.status !== "imported") return false;
  return order.state !== "cancelled" && order.state !== "delivered" && order.state !== "completed";
}

function toRecord({ folded, ...row }: RawRecord): OrderRecord {
  const raw = folded ? { ...row, ...unfoldColumns(folded) } : row;
  const order = JSON.parse(raw.body) as OrderRecord["order"];
  return {
    order,
    readAt: raw.read_at,
    importState: readStoredImport(JSON.parse(raw.import_state)),
    progress: JSON.parse(raw.progress) as OrderRecord["progress"],
    draft: raw.draft === null ? null : readStoredDraft(JSON.parse(raw.draft)),
    fulfilment: readStoredFulfilment(raw.shape, JSON.parse(raw.fulfilment), order),
    problems: JSON.parse(raw.problems) as OrderRecord["problems"],
    ...(raw.links === null ? {} : { links: JSON.parse(raw.links) as OwnLinks }),
    ...(raw.forgotten_at === null ? {} : { forgottenAt: raw.forgotten_at }),
    version: raw.version,
  };
}

function toEntry(row: RawEntry): HistoryEntry {
  return {
    key: row.entry_key,
    kind: row.kind as HistoryKind,
    facts: JSON.parse(row.facts) as Facts,
    at: row.at,
  };
}
