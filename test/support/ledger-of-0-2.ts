/**
 * The storage of a ledger as version 0.2 left it, to be opened by the code of today. The statements
 * are those of 0.2 and never change.
 */
import { sqliteStorage, type SqliteStorage } from "./sqlite-storage";

const TABLES = [
  `CREATE TABLE receipt (key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
   CREATE INDEX receipt_at ON receipt (at);`,
  `CREATE TABLE outbox (
     id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, entity TEXT NOT NULL,
     due_at INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
     state TEXT NOT NULL DEFAULT 'due', lease_until INTEGER NOT NULL DEFAULT 0,
     wanted INTEGER NOT NULL DEFAULT 1, taken INTEGER NOT NULL DEFAULT 0, reason TEXT,
     UNIQUE (kind, entity));
   CREATE INDEX outbox_due ON outbox (state, due_at);`,
  `CREATE TABLE order_record (
     order_id TEXT PRIMARY KEY, body TEXT NOT NULL, read_at INTEGER NOT NULL,
     import_status TEXT NOT NULL, import_state TEXT NOT NULL, progress TEXT NOT NULL,
     draft TEXT, fulfilment TEXT NOT NULL, problems TEXT NOT NULL,
     source_order_id TEXT UNIQUE, is_open INTEGER NOT NULL, version INTEGER NOT NULL,
     projected INTEGER NOT NULL DEFAULT 0);
   CREATE INDEX order_import ON order_record (import_status);
   CREATE INDEX order_open ON order_record (is_open);
   CREATE TABLE order_story (
     id INTEGER PRIMARY KEY AUTOINCREMENT, order_id TEXT NOT NULL, entry_key TEXT NOT NULL,
     kind TEXT NOT NULL, facts TEXT NOT NULL, at INTEGER NOT NULL,
     is_projected INTEGER NOT NULL DEFAULT 0, UNIQUE (order_id, entry_key));
   CREATE TABLE reservation (
     order_id TEXT NOT NULL, channel_sku_id TEXT NOT NULL, units INTEGER NOT NULL,
     until_observed_after INTEGER, PRIMARY KEY (order_id, channel_sku_id)) WITHOUT ROWID;
   CREATE INDEX reservation_sku ON reservation (channel_sku_id);`,
  `CREATE TABLE stock (
     product_id TEXT NOT NULL, variant_id TEXT NOT NULL, physical INTEGER NOT NULL,
     observed_at INTEGER NOT NULL, price_minor INTEGER, price_observed_at INTEGER NOT NULL,
     PRIMARY KEY (product_id, variant_id)) WITHOUT ROWID;
   CREATE TABLE offer (
     channel_sku_id TEXT PRIMARY KEY, channel_product_id TEXT NOT NULL,
     product_id TEXT NOT NULL, variant_id TEXT NOT NULL, is_live INTEGER NOT NULL,
     sent_quantity INTEGER NOT NULL, sent_price_minor INTEGER NOT NULL,
     is_sending_quantity INTEGER NOT NULL DEFAULT 0,
     is_sending_price INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
   CREATE INDEX offer_variant ON offer (product_id, variant_id);
   CREATE INDEX offer_listing ON offer (channel_product_id);
   CREATE TABLE paused_listing (channel_product_id TEXT PRIMARY KEY, at INTEGER NOT NULL);
   CREATE TABLE stock_entry (
     id INTEGER PRIMARY KEY AUTOINCREMENT, product_id TEXT NOT NULL, variant_id TEXT NOT NULL,
     cause TEXT NOT NULL, detail TEXT NOT NULL, physical INTEGER NOT NULL,
     reserved INTEGER NOT NULL, sellable INTEGER NOT NULL, at INTEGER NOT NULL);
   CREATE INDEX stock_entry_variant ON stock_entry (product_id, variant_id, id);
   CREATE INDEX stock_entry_at ON stock_entry (at);`,
  `CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
   CREATE TABLE pending_look (
     seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL,
     UNIQUE (kind, id));`,
];
const IDS = ["001_receipt", "002_outbox", "003_order", "004_stock", "005_note"];

/** An empty ledger of 0.2; a test adds the rows it is about. */
export function ledgerOf02(): SqliteStorage {
  const sqlite = sqliteStorage();
  sqlite.sql.exec(`CREATE TABLE migration (id TEXT PRIMARY KEY)`);
  for (const [index, id] of IDS.entries()) {
    sqlite.sql.exec(TABLES[index] ?? "");
    sqlite.sql.exec(`INSERT INTO migration VALUES (?)`, id);
  }
  return sqlite;
}
