/** What stands in the way of products, checked before anything is sent, and how far checking is. Times are epoch ms UTC; unique constraints are the idempotency rules. */
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { CHECK_GROUPS } from "../../domain/listings/check-group";
import type { Reason } from "../../domain/errors/reason";
import { SYNC_STATES } from "./catalogue";
import { connection } from "./connections";

/** What would refuse a product's listing, as checked last. */
export const productCheck = sqliteTable(
  "product_check",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    productId: text("product_id").notNull(),
    /** The check stands while the product's present inputs have this key. */
    inputKey: text("input_key").notNull(),
    /** Empty: nothing stands in the way. */
    reasons: text("reasons", { mode: "json" }).$type<readonly Reason[]>().notNull(),
    /** The channel's category whose rules changed so that they stop it now; null: none did. */
    changedRules: text("changed_rules"),
    /** Whether a push would change its listing. */
    hasChanges: integer("has_changes", { mode: "boolean" }).notNull().default(false),
    checkedAt: integer("checked_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.productId] }),
    index("product_check_updated").on(table.connectionId, table.checkedAt),
  ],
);

/** The codes of a product's check, "rules.<category>" where changed rules stop it and CHANGES_WAIT, for the filter by reason. */
export const productCheckReason = sqliteTable(
  "product_check_reason",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    code: text("code").notNull(),
    productId: text("product_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.code, table.productId] }),
    // All columns, or SQLite takes the primary key for what it covers, and reads all codes of the connection.
    index("product_check_reason_product").on(table.connectionId, table.productId, table.code),
  ],
);

/**
 * How many products of a state each code stops. Triggers keep it with every write of `product_check_reason`
 * and of a product's state; nothing else writes here.
 */
export const productStopCount = sqliteTable(
  "product_stop_count",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    code: text("code").notNull(),
    syncState: text("sync_state", { enum: SYNC_STATES }).notNull(),
    products: integer("products").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.code, table.syncState] })],
);

/**
 * Products that share all inputs of a check but their own: those of a category of the store, or those
 * with a category of the channel chosen for themselves. They are checked again when what they share
 * is no longer what it was at their last walk.
 */
export const checkGroup = sqliteTable(
  "check_group",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: CHECK_GROUPS }).notNull(),
    /** Id of the category; "" for the products the store has in none. */
    subject: text("subject").notNull(),
    /** Key of what the products share, as found last. */
    basis: text("basis").notNull(),
    /** The basis of the last walk that ended. */
    walked: text("walked").notNull().default(""),
    /** The walk under way is past this product. */
    cursor: text("cursor").notNull().default(""),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.kind, table.subject] }),
    index("check_group_pending")
      .on(table.connectionId)
      .where(sql`walked <> basis`),
  ],
);

/** How far the checks of a connection are. */
export const checkProgress = sqliteTable("check_progress", {
  connectionId: text("connection_id")
    .primaryKey()
    .references(() => connection.id, { onDelete: "cascade" }),
  /** Products up to this revision, and of it up to this id, are checked. */
  revision: integer("revision").notNull().default(0),
  productId: text("product_id").notNull().default(""),
  /** When the groups were last compared with what they share. */
  comparedAt: integer("compared_at").notNull().default(0),
  /** Rules are read category by category in a circle: the last one of the last round. */
  rulesCursor: text("rules_cursor").notNull().default(""),
  /** No rules are read before: the channel refused to answer. */
  rulesRetryAt: integer("rules_retry_at").notNull().default(0),
});
