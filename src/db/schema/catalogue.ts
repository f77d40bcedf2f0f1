/** Products of the source store as last pulled. Times are epoch ms UTC; unique constraints are the idempotency rules. */
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { connection } from "./connections";

/** What a merchant sees as the sync badge: the tab a product is counted in. */
export const SYNC_STATES = ["not_synced", "synced", "sync_failed", "update_failed"] as const;

export const product = sqliteTable(
  "product",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    /** The source's id; the row's identity inside a connection. */
    productId: text("product_id").notNull(),
    name: text("name").notNull(),
    imageUrl: text("image_url"),
    /** All SKUs joined by a space. */
    skus: text("skus").notNull(),
    /** What searches compare, folded; null in rows of 0.2 until the sweep comes by. */
    searchText: text("search_text"),
    priceMinMinor: integer("price_min_minor").notNull(),
    priceMaxMinor: integer("price_max_minor").notNull(),
    currency: text("currency").notNull(),
    stockTotal: integer("stock_total").notNull(),
    sourceCategoryId: text("source_category_id"),
    /** Product-level override of the category mapping. */
    channelCategoryId: text("channel_category_id"),
    /** What the merchant adds for the listing, ListingDetails by field; written by patch only. */
    details: text("details", { mode: "json" }).$type<unknown>(),
    isActive: integer("is_active", { mode: "boolean" }).notNull(),
    /** Set when the source no longer has it; never removed silently. */
    deletedAt: integer("deleted_at"),
    /** The whole SourceProduct. */
    body: text("body", { mode: "json" }).$type<unknown>().notNull(),
    contentHash: text("content_hash").notNull(),
    syncState: text("sync_state", { enum: SYNC_STATES }).notNull().default("not_synced"),
    sourceUpdatedAt: integer("source_updated_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
    /**
     * Grows within the connection with each change of what a check is made from; the products behind
     * a revision are those that changed since. Rows of 0.2 have 0.
     */
    revision: integer("revision").notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.productId] }),
    index("product_state").on(
      table.connectionId,
      table.syncState,
      table.updatedAt,
      table.productId,
    ),
    index("product_updated").on(table.connectionId, table.updatedAt, table.productId),
    index("product_category_updated").on(
      table.connectionId,
      table.sourceCategoryId,
      table.updatedAt,
      table.productId,
    ),
    // Few products are sold out, so their list is found without a walk through the others.
    index("product_sold_out")
      .on(table.connectionId, table.updatedAt, table.productId)
      .where(sql`stock_total <= 0`),
    // With the id, so that the products of a category are walked page by page.
    index("product_category").on(table.connectionId, table.sourceCategoryId, table.productId),
    index("product_own_category")
      .on(table.connectionId, table.channelCategoryId, table.productId)
      .where(sql`channel_category_id IS NOT NULL`),
    // For each order that a list is asked for; by state, so that a tab is walked as well as all of them.
    index("product_by_name").on(
      table.connectionId,
      table.syncState,
      sql`substr(coalesce(search_text, lower(name)), 1, 80)`,
      table.productId,
    ),
    index("product_by_price").on(
      table.connectionId,
      table.syncState,
      table.priceMinMinor,
      table.productId,
    ),
    index("product_by_stock").on(
      table.connectionId,
      table.syncState,
      table.stockTotal,
      table.productId,
    ),
    index("product_revision").on(table.connectionId, table.revision, table.productId),
    // Empty once every row has its text, so it costs no write.
    index("product_unfolded")
      .on(table.connectionId, table.productId)
      .where(sql`search_text IS NULL`),
  ],
);

/**
 * SKUs and barcodes of what the store has, each with the variant it belongs to. Triggers keep it with
 * every write of `product`; nothing else writes here. What a key looks like: `domain/listings/match-key.ts`.
 */
export const productKey = sqliteTable(
  "product_key",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    key: text("key").notNull(),
    productId: text("product_id").notNull(),
    variantId: text("variant_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.key, table.productId, table.variantId] }),
    // All columns, or SQLite takes the primary key for what it covers, and reads all keys of the connection.
    index("product_key_product").on(
      table.connectionId,
      table.productId,
      table.variantId,
      table.key,
    ),
  ],
);

/**
 * How many products there are of a state in a category of the store ("": in none), deleted ones apart.
 * Triggers keep it with every write of `product`; nothing else writes here.
 */
export const productCount = sqliteTable(
  "product_count",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    sourceCategoryId: text("source_category_id").notNull(),
    syncState: text("sync_state", { enum: SYNC_STATES }).notNull(),
    isDeleted: integer("is_deleted", { mode: "boolean" }).notNull(),
    products: integer("products").notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.connectionId, table.sourceCategoryId, table.syncState, table.isDeleted],
    }),
  ],
);

/** How many products of a connection there are of each state, kept in the same way. */
export const productStateCount = sqliteTable(
  "product_state_count",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    syncState: text("sync_state", { enum: SYNC_STATES }).notNull(),
    products: integer("products").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.syncState] })],
);
