/** Source categories, channel categories with their rules, and the mapping between both. Times are epoch ms UTC; unique constraints are the idempotency rules. */
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { RuleNews } from "../../domain/listings/rule-change";
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
  (table) => [
    primaryKey({ columns: [table.connectionId, table.sourceCategoryId] }),
    index("category_mapping_updated").on(table.connectionId, table.updatedAt),
  ],
);

/**
 * How many categories that hold products are mapped so far ("none": not at all). Triggers keep it with every
 * write of `product_count` and `category_mapping`; nothing else writes here.
 */
export const mappingCount = sqliteTable(
  "mapping_count",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    state: text("state", { enum: ["none", "suggested", "accepted"] }).notNull(),
    categories: integer("categories").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.state] })],
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
    /** The path as searches compare it; null until the tree is read again. */
    searchText: text("search_text"),
    isLeaf: integer("is_leaf", { mode: "boolean" }).notNull(),
    permission: text("permission").notNull(),
    readAt: integer("read_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.categoryId] }),
    index("channel_category_parent").on(table.connectionId, table.parentId),
  ],
);

/** What a merchant set for all products of a channel category; ListingDetails by field. */
export const categoryDetails = sqliteTable(
  "category_details",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    categoryId: text("category_id").notNull(),
    details: text("details", { mode: "json" }).$type<unknown>().notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.categoryId] })],
);

/** Where a listing's field comes from in the products of a category: a feature, an option, a text. */
export const fieldMapping = sqliteTable(
  "field_mapping",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    categoryId: text("category_id").notNull(),
    /** "brand", "package" or "attribute:<id>". */
    field: text("field").notNull(),
    source: text("source", { mode: "json" }).$type<unknown>().notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.categoryId, table.field] })],
);

/**
 * Attributes and rules of a leaf, cached; `body` is our own shape (ListingRules + attributes), whose
 * version is `shapeVersion`. A row of another version is read again before it is used.
 */
export const channelCategoryRule = sqliteTable(
  "channel_category_rule",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    categoryId: text("category_id").notNull(),
    body: text("body", { mode: "json" }).$type<unknown>().notNull(),
    /** 0: written by 0.2. */
    shapeVersion: integer("shape_version").notNull().default(0),
    /** Hash of `body`, so that checks see whether the rules moved. */
    bodyHash: text("body_hash").notNull().default(""),
    /** Whether the category knows a kind of certificate, so that its products are checked by the day. */
    hasCertificates: integer("has_certificates", { mode: "boolean" }).notNull().default(false),
    readAt: integer("read_at").notNull(),
    /**
     * The rules before the last change, in the shape they had, and when that change was read; of changes
     * that follow each other closely, those before the first.
     */
    previousBody: text("previous_body", { mode: "json" }).$type<unknown>(),
    previousVersion: integer("previous_version"),
    changedAt: integer("changed_at"),
    /** What that change asks beyond what was asked before; null: nothing, or in another shape. */
    news: text("news", { mode: "json" }).$type<readonly RuleNews[]>(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.categoryId] })],
);
