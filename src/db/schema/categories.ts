/** Source categories, channel categories with their rules, and the mapping between both. Times are epoch ms UTC; unique constraints are the idempotency rules. */
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { connection } from "./connections";

export const sourceCategory = sqliteTable(
  "source_category",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    sourceCategoryId: text("source_category_id").notNull(),
    path: text("path").notNull(),
    contentHash: text("content_hash").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.sourceCategoryId] })],
);

export const categoryMapping = sqliteTable(
  "category_mapping",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    sourceCategoryId: text("source_category_id").notNull(),
    state: text("state", { enum: ["suggested", "accepted"] }).notNull(),
    channelCategoryId: text("channel_category_id").notNull(),
    channelCategoryPath: text("channel_category_path").notNull(),
    /** 0 to 100 for a suggestion; 100 when a person chose. */
    confidence: integer("confidence").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.sourceCategoryId] })],
);

/** The channel's tree as the shop of a connection sees it. */
export const channelCategory = sqliteTable(
  "channel_category",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    categoryId: text("category_id").notNull(),
    parentId: text("parent_id").notNull(),
    name: text("name").notNull(),
    path: text("path").notNull(),
    isLeaf: integer("is_leaf", { mode: "boolean" }).notNull(),
    permission: text("permission").notNull(),
    readAt: integer("read_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.categoryId] }),
    index("channel_category_parent").on(table.connectionId, table.parentId),
  ],
);

/** Attributes and rules of a leaf, cached; `body` is our own shape (ListingRules + attributes). */
export const channelCategoryRule = sqliteTable(
  "channel_category_rule",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    categoryId: text("category_id").notNull(),
    body: text("body", { mode: "json" }).$type<unknown>().notNull(),
    readAt: integer("read_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.categoryId] })],
);
