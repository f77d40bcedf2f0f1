/**
 * The ledger's own tables. Append-only: objects that slept for months replay this when they wake.
 */

import type { LedgerStoragePort } from "./storage-port";

const MIGRATIONS: readonly { id: string; sql: string }[] = [
  {
    id: "001_receipt",
    // `key` is the delivery's own id: the unique constraint is the dedupe.
    sql: `CREATE TABLE receipt (key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
      CREATE INDEX receipt_at ON receipt (at);`,
  },
  {
    id: "002_outbox",
    // `wanted` counts requests: a run that saw fewer runs again, so coalescing loses none.
    // `taken` is not used.
    sql: `CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, entity TEXT NOT NULL,
        due_at INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
        state TEXT NOT NULL DEFAULT 'due', lease_until INTEGER NOT NULL DEFAULT 0,
        wanted INTEGER NOT NULL DEFAULT 1, taken INTEGER NOT NULL DEFAULT 0, reason TEXT,
        UNIQUE (kind, entity));
      CREATE INDEX outbox_due ON outbox (state, due_at);`,
  },
  {
    id: "003_order",
    sql: `CREATE TABLE order_record (
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
  },
  {
    id: "004_stock",
    // `is_sending_*` is not used since 006, `paused_listing` not since 007.
    sql: `CREATE TABLE stock (
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
  },
  {
    id: "005_note",
    sql: `CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE pending_look (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL,
        UNIQUE (kind, id));`,
  },
  {
    id: "006_belief",
    // `sent_*` is what the channel is believed to show; `*_doubt` says why it may show another
    // number, NULL that it surely shows that one.
    sql: `ALTER TABLE offer ADD COLUMN quantity_doubt TEXT;
      ALTER TABLE offer ADD COLUMN price_doubt TEXT;
      UPDATE offer SET quantity_doubt = 'sending' WHERE is_sending_quantity = 1;
      UPDATE offer SET price_doubt = 'sending' WHERE is_sending_price = 1;`,
  },
  {
    id: "007_listing_sale",
    // `cause`: who took the listing off sale; NULL: it is on sale.
    sql: `CREATE TABLE listing_sale (
        channel_product_id TEXT PRIMARY KEY, cause TEXT, at INTEGER NOT NULL) WITHOUT ROWID;
      INSERT INTO listing_sale SELECT channel_product_id, 'stock', at FROM paused_listing;`,
  },
  {
    id: "008_product_rule",
    sql: `CREATE TABLE product_rule (
        product_id TEXT PRIMARY KEY, threshold INTEGER, threshold_action TEXT,
        is_excluded INTEGER NOT NULL, sends_stock INTEGER NOT NULL,
        sends_price INTEGER NOT NULL) WITHOUT ROWID;`,
  },
  {
    id: "009_order_shape",
    // `shape`: of the record's JSON, 0 as 0.2 wrote it; `projection`: of the row it was projected to.
    sql: `ALTER TABLE order_record ADD COLUMN shape INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE order_record ADD COLUMN projection INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX order_projection ON order_record (projection, order_id);`,
  },
  {
    id: "010_passing_failures",
    // `waits_for`: the shop whose next good answer ends the parking; NULL: a person does. Earlier
    // versions gave up at answers that a firewall gives once, and took any Retry-After.
    sql: `ALTER TABLE outbox ADD COLUMN waits_for TEXT;
      UPDATE outbox SET waits_for = 'source' WHERE state = 'parked' AND reason IN (
        'prestashop.html_instead_of_json', 'prestashop.blocked', 'prestashop.wrong_url',
        'prestashop.module_missing', 'prestashop.unavailable', 'prestashop.maintenance',
        'prestashop.timeout', 'prestashop.unreachable');
      UPDATE outbox SET due_at = MIN(due_at, unixepoch() * 1000 + 900000) WHERE attempts > 0;
      UPDATE note SET value = MIN(CAST(value AS INTEGER), unixepoch() * 1000 + 900000)
        WHERE name IN ('sourceBlockedUntil', 'channelBlockedUntil');`,
  },
  {
    id: "011_withdrawn",
    // Variants that the store does not sell, whatever it counts: switched off or deleted.
    sql: `CREATE TABLE withdrawn (
        product_id TEXT NOT NULL, variant_id TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (product_id, variant_id)) WITHOUT ROWID;`,
  },
  {
    id: "012_gone_variant",
    // `is_gone`: deleted in the store, not only switched off. A reservation's own variant is the one
    // chosen for its order; NULL: that of the SKU. `links`: what an order's SKUs are in the store.
    sql: `ALTER TABLE withdrawn ADD COLUMN is_gone INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE reservation ADD COLUMN product_id TEXT;
      ALTER TABLE reservation ADD COLUMN variant_id TEXT;
      CREATE INDEX reservation_variant ON reservation (product_id, variant_id)
        WHERE product_id IS NOT NULL;
      ALTER TABLE order_record ADD COLUMN links TEXT;`,
  },
  {
    id: "013_corrected_price",
    // The price that was sent in place of the one the channel showed; NULL in all other entries.
    sql: `ALTER TABLE stock_entry ADD COLUMN price_minor INTEGER;`,
  },
  {
    id: "014_forgotten_buyer",
    // When the buyer was removed from the record; NULL: the record holds them.
    sql: `ALTER TABLE order_record ADD COLUMN forgotten_at INTEGER;`,
  },
  {
    id: "015_outbox_order",
    // The next row is found without a look at the others, however many wait. Few rows run, and few wait
    // for a shop.
    sql: `DROP INDEX outbox_due;
      CREATE INDEX outbox_due ON outbox (state, due_at, id);
      CREATE INDEX outbox_running ON outbox (entity, lease_until) WHERE state = 'running';
      CREATE INDEX outbox_waits ON outbox (waits_for, state, due_at) WHERE waits_for IS NOT NULL;`,
  },
  {
    id: "016_named_listing",
    // Listings to read again, since events named them. `changed_at`: by the channel's clock; `wanted`
    // counts events, so that one that comes during the read is not lost; `misses`: reads in vain.
    sql: `CREATE TABLE named_listing (
        channel_product_id TEXT PRIMARY KEY, changed_at INTEGER NOT NULL, due_at INTEGER NOT NULL,
        wanted INTEGER NOT NULL DEFAULT 1, misses INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;`,
  },
  {
    id: "017_folded_order",
    // `folded`: the deflated JSON of an ended order's columns, which are empty then; NULL: they are not.
    sql: `ALTER TABLE order_record ADD COLUMN folded BLOB;
      CREATE INDEX order_unfolded ON order_record (read_at) WHERE folded IS NULL AND is_open = 0;`,
  },
  {
    id: "018_shared_rules",
    // `sends_stock` and `sends_price` may be null: as those of all products.
    sql: `CREATE TABLE rule_of_product (
        product_id TEXT PRIMARY KEY, threshold INTEGER, threshold_action TEXT,
        is_excluded INTEGER NOT NULL, sends_stock INTEGER, sends_price INTEGER) WITHOUT ROWID;
      INSERT INTO rule_of_product SELECT * FROM product_rule;
      DROP TABLE product_rule;
      ALTER TABLE rule_of_product RENAME TO product_rule;`,
  },
  {
    id: "019_low_sku",
    // SKUs for which a threshold did something that is not undone yet; `action`: as in the rule.
    sql: `CREATE TABLE low_sku (
        channel_sku_id TEXT PRIMARY KEY, action TEXT NOT NULL) WITHOUT ROWID;`,
  },
  {
    id: "020_price_rule",
    // `price`: JSON of the product's own rule; NULL: as all products. `list_price_minor`: before
    // discounts, or as it is without one; NULL: it was never seen.
    sql: `ALTER TABLE product_rule ADD COLUMN price TEXT;
      ALTER TABLE stock ADD COLUMN list_price_minor INTEGER;`,
  },
  {
    id: "021_listing_taking",
    // Listings that Weft is about to take off sale, or may have; `cause`: as in `listing_sale`.
    sql: `CREATE TABLE listing_taking (
        channel_product_id TEXT PRIMARY KEY, cause TEXT NOT NULL) WITHOUT ROWID;`,
  },
  {
    id: "022_failing_since",
    // Since when a step fails so that people see it, epoch ms; NULL: it does not.
    sql: `ALTER TABLE outbox ADD COLUMN failing_since INTEGER;`,
  },
  {
    id: "023_given_back",
    // What may have given units back to TikTok Shop's counter, found by when it happened.
    sql: `CREATE INDEX order_story_given_back ON order_story (at)
        WHERE kind IN ('return', 'cancelled', 'part_cancelled');`,
  },
  {
    id: "024_journal_and_stock_rules",
    // An event is kept in the row of its receipt, so it costs none of its own; `kind` NULL: it came before.
    // Without AUTOINCREMENT a call costs one row, and the newest number is the largest all the same.
    // `stock`, `rule`: JSON of how much goes on sale; NULL: as the level above. The category is that of the
    // channel which a product is sold in.
    sql: `ALTER TABLE receipt ADD COLUMN kind TEXT;
      ALTER TABLE receipt ADD COLUMN subjects TEXT;
      ALTER TABLE receipt ADD COLUMN body TEXT;
      CREATE TABLE write_call (
        id INTEGER PRIMARY KEY, at INTEGER NOT NULL, side TEXT NOT NULL, what TEXT NOT NULL,
        subjects TEXT NOT NULL, outcome TEXT NOT NULL, is_failed INTEGER NOT NULL,
        took_ms INTEGER NOT NULL, body TEXT NOT NULL, answer TEXT NOT NULL);
      ALTER TABLE product_rule ADD COLUMN stock TEXT;
      CREATE TABLE category_stock (category_id TEXT PRIMARY KEY, rule TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE product_category (
        product_id TEXT PRIMARY KEY, category_id TEXT NOT NULL) WITHOUT ROWID;
      CREATE INDEX product_of_category ON product_category (category_id);`,
  },
];

/** Brings the storage up to date; throws when its migrations are not a beginning of this list. */
export function migrateLedger(storage: LedgerStoragePort): void {
  storage.sql.exec(`CREATE TABLE IF NOT EXISTS migration (id TEXT PRIMARY KEY)`);
  const done = storage.sql.exec<{ id: string }>(`SELECT id FROM migration ORDER BY id`).toArray();
  for (const [index, { id }] of done.entries())
    if (MIGRATIONS[index]?.id !== id) throw new Error(`ledger history changed at ${id}`);
  for (const { id, sql } of MIGRATIONS.slice(done.length))
    storage.transactionSync(() => {
      storage.sql.exec(sql);
      storage.sql.exec(`INSERT INTO migration VALUES (?)`, id);
    });
}
