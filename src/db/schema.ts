/**
 * The relational record and read model, one database for all tenants. Every tenant table leads
 * with its owner; unique constraints are the idempotency rules. Times are epoch ms UTC.
 */
import { sql } from "drizzle-orm";
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { CheckReport } from "../domain/health/finding";
import type { StoreMoney } from "../domain/orders/order-projection";
import type { SourceStore } from "../domain/connections/source-store";

const now = () => integer("created_at").notNull();

// --- people ---------------------------------------------------------------------------------

/** better-auth's four tables, under names that do not collide with our account. */
export const authUser = sqliteTable("auth_user", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: integer("email_verified", { mode: "boolean" }).notNull().default(false),
  image: text("image"),
  createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
  updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
});

export const authSession = sqliteTable(
  "auth_session",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => authUser.id, { onDelete: "cascade" }),
    token: text("token").notNull().unique(),
    expiresAt: integer("expires_at", { mode: "timestamp_ms" }).notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
  },
  (table) => [index("auth_session_user").on(table.userId)],
);

export const authAccount = sqliteTable(
  "auth_account",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => authUser.id, { onDelete: "cascade" }),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    password: text("password"),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: integer("access_token_expires_at", { mode: "timestamp_ms" }),
    refreshTokenExpiresAt: integer("refresh_token_expires_at", { mode: "timestamp_ms" }),
    scope: text("scope"),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
  },
  (table) => [index("auth_account_user").on(table.userId)],
);

export const authVerification = sqliteTable(
  "auth_verification",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: integer("expires_at", { mode: "timestamp_ms" }).notNull(),
    createdAt: integer("created_at", { mode: "timestamp_ms" }).notNull(),
    updatedAt: integer("updated_at", { mode: "timestamp_ms" }).notNull(),
  },
  (table) => [index("auth_verification_identifier").on(table.identifier)],
);

export const account = sqliteTable("account", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  createdAt: now(),
});

export const member = sqliteTable(
  "member",
  {
    accountId: text("account_id")
      .notNull()
      .references(() => account.id, { onDelete: "cascade" }),
    userId: text("user_id")
      .notNull()
      .references(() => authUser.id, { onDelete: "cascade" }),
    role: text("role", { enum: ["owner", "admin"] }).notNull(),
    createdAt: now(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.userId] }),
    uniqueIndex("member_user").on(table.userId),
  ],
);

/** Failed logins by hashed key (address or e-mail); durable, because the edge limiter is per location. */
export const loginFailure = sqliteTable("login_failure", {
  key: text("key").primaryKey(),
  count: integer("count").notNull(),
  windowEndsAt: integer("window_ends_at").notNull(),
});

/** Mail of a developer's machine, shown on the outbox page. Empty where real mail is configured. */
export const mailOutbox = sqliteTable("mail_outbox", {
  id: text("id").primaryKey(),
  recipient: text("recipient").notNull(),
  subject: text("subject").notNull(),
  body: text("body").notNull(),
  createdAt: now(),
});

export const activity = sqliteTable(
  "activity",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => account.id, { onDelete: "cascade" }),
    connectionId: text("connection_id"),
    /** A member's user id, or "weft" for what happened by itself. */
    actor: text("actor").notNull(),
    kind: text("kind").notNull(),
    facts: text("facts", { mode: "json" }).$type<Record<string, string | number>>().notNull(),
    createdAt: now(),
  },
  (table) => [index("activity_account").on(table.accountId, table.createdAt)],
);

// --- connections ----------------------------------------------------------------------------

export const connection = sqliteTable(
  "connection",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => account.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    sourcePlatform: text("source_platform").notNull(),
    channelPlatform: text("channel_platform").notNull(),
    state: text("state", { enum: ["setup", "active", "paused", "disconnected"] }).notNull(),
    sourceUrl: text("source_url"),
    sourceStore: text("source_shop", { mode: "json" }).$type<SourceStore>(),
    channelMarket: text("channel_market"),
    channelShopId: text("channel_shop_id"),
    channelShopName: text("channel_shop_name"),
    channelRegion: text("channel_region"),
    channelCipher: text("channel_cipher"),
    channelIsCrossBorder: integer("channel_is_cross_border", { mode: "boolean" }),
    warehouseId: text("warehouse_id"),
    /** The channel's sales warehouses as last read, for the settings page. */
    channelWarehouses: text("channel_warehouses", { mode: "json" }).$type<
      readonly { id: string; name: string; isDefault: boolean }[]
    >(),
    settings: text("settings", { mode: "json" }).$type<unknown>().notNull(),
    lastPullAt: integer("last_pull_at"),
    createdAt: now(),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("connection_name").on(table.accountId, table.name),
    // One TikTok shop feeds one connection, across all accounts.
    uniqueIndex("connection_channel_shop").on(table.channelPlatform, table.channelShopId),
    index("connection_state").on(table.state, table.id),
  ],
);

/** Sealed secrets; the plain text never touches the database. */
export const credential = sqliteTable(
  "credential",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    field: text("field", {
      enum: [
        "source_key",
        "webhook_secret",
        /** Told to the store, not yet known to be in use there. */
        "webhook_secret_next",
        /** Believed until its `expires_at`: words under way and a store that was not told yet. */
        "webhook_secret_previous",
        "pairing",
        "channel_tokens",
      ],
    }).notNull(),
    sealed: text("sealed").notNull(),
    state: text("state", { enum: ["valid", "expiring", "revoked"] }).notNull(),
    expiresAt: integer("expires_at"),
    version: integer("version").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.field] })],
);

/** The last health check of a connection, and the one under way. */
export const connectionCheck = sqliteTable("connection_check", {
  connectionId: text("connection_id")
    .primaryKey()
    .references(() => connection.id, { onDelete: "cascade" }),
  report: text("report", { mode: "json" }).$type<CheckReport>(),
  running: text("running", { mode: "json" }).$type<{
    startedAt: number;
    done: readonly string[];
  }>(),
});

/** One-time state of an authorisation round trip, bound to the session that began it. */
export const oauthState = sqliteTable("oauth_state", {
  stateHash: text("state_hash").primaryKey(),
  connectionId: text("connection_id")
    .notNull()
    .references(() => connection.id, { onDelete: "cascade" }),
  userId: text("user_id").notNull(),
  sessionId: text("session_id").notNull(),
  expiresAt: integer("expires_at").notNull(),
  usedAt: integer("used_at"),
});

// --- catalogue ------------------------------------------------------------------------------

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
    /** All SKUs joined by a space, for search. */
    skus: text("skus").notNull(),
    priceMinMinor: integer("price_min_minor").notNull(),
    priceMaxMinor: integer("price_max_minor").notNull(),
    currency: text("currency").notNull(),
    stockTotal: integer("stock_total").notNull(),
    sourceCategoryId: text("source_category_id"),
    /** Product-level override of the category mapping. */
    channelCategoryId: text("channel_category_id"),
    /** Merchant's own listing details: brand, attributes. JSON of ListingDetails. */
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
    index("product_category").on(table.connectionId, table.sourceCategoryId),
  ],
);

/** A product as published on the channel, with the intent of a send that is under way. */
export const listing = sqliteTable(
  "listing",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    productId: text("product_id").notNull(),
    channelProductId: text("channel_product_id"),
    status: text("status").notNull(),
    rawStatus: text("raw_status").notNull().default(""),
    /** What the audit or the last refused send said: [{code, facts}] */
    reasons: text("reasons", { mode: "json" })
      .$type<readonly { code: string; facts: Record<string, unknown> }[]>()
      .notNull(),
    /** Hash of the content last accepted by the channel; unchanged content is not sent again. */
    sentHash: text("sent_hash"),
    /** Key of a create under way; stays the same until its fate is known. */
    intentKey: text("intent_key"),
    intentAt: integer("intent_at"),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.productId] }),
    uniqueIndex("listing_channel_product").on(table.connectionId, table.channelProductId),
    // The sweep over all tenants looks at these few only.
    index("listing_review")
      .on(table.updatedAt)
      .where(sql`status = 'in_review'`),
  ],
);

/** A variant as published: the link orders and stock follow. */
export const offer = sqliteTable(
  "offer",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    productId: text("product_id").notNull(),
    variantId: text("variant_id").notNull(),
    channelProductId: text("channel_product_id").notNull(),
    channelSkuId: text("channel_sku_id").notNull(),
    sellerSku: text("seller_sku").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.productId, table.variantId] }),
    uniqueIndex("offer_channel_sku").on(table.connectionId, table.channelSkuId),
  ],
);

/** A picture uploaded once; `imageKey` is the hash of its bytes and its use. */
export const media = sqliteTable(
  "media",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    imageKey: text("image_key").notNull(),
    sourceUrl: text("source_url").notNull(),
    channelUri: text("channel_uri").notNull(),
    createdAt: now(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.imageKey] }),
    index("media_source_url").on(table.connectionId, table.sourceUrl),
  ],
);

// --- orders ---------------------------------------------------------------------------------

/** Read model of the ledger's orders; `version` grows, a late projection cannot overwrite a newer one. */
export const salesOrder = sqliteTable(
  "sales_order",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    channelOrderId: text("channel_order_id").notNull(),
    version: integer("version").notNull(),
    channelState: text("channel_state").notNull(),
    /** Which tab it stands in: waiting, unsynced, unfulfilled, fulfilled, cancelled. */
    tab: text("tab", {
      enum: ["waiting", "unsynced", "unfulfilled", "fulfilled", "cancelled"],
    }).notNull(),
    sourceOrderId: text("source_order_id"),
    sourceReference: text("source_reference"),
    trackingNumber: text("tracking_number"),
    totalMinor: integer("total_minor").notNull(),
    currency: text("currency").notNull(),
    buyerName: text("buyer_name").notNull(),
    unitCount: integer("unit_count").notNull(),
    /** Why it is not further: {code, facts}; null when all is well. */
    problem: text("problem", { mode: "json" }).$type<{
      code: string;
      facts: Record<string, unknown>;
    } | null>(),
    /** The ChannelOrder as last read. */
    body: text("body", { mode: "json" }).$type<unknown>().notNull(),
    /** The store's order as it reckons it, and what it should come to. */
    storeMoney: text("store_money", { mode: "json" }).$type<StoreMoney | null>(),
    placedAt: integer("placed_at").notNull(),
    shipBy: integer("ship_by"),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.channelOrderId] }),
    uniqueIndex("sales_order_source").on(table.connectionId, table.sourceOrderId),
    index("sales_order_tab").on(
      table.connectionId,
      table.tab,
      table.placedAt,
      table.channelOrderId,
    ),
    index("sales_order_placed").on(table.connectionId, table.placedAt, table.channelOrderId),
  ],
);

/** The story of an order, append-only; `entryKey` makes a repeated projection a no-op. */
export const orderEntry = sqliteTable(
  "order_entry",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    channelOrderId: text("channel_order_id").notNull(),
    entryKey: text("entry_key").notNull(),
    kind: text("kind").notNull(),
    facts: text("facts", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    at: integer("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.channelOrderId, table.entryKey] })],
);

// --- work -----------------------------------------------------------------------------------

export const task = sqliteTable(
  "task",
  {
    id: text("id").primaryKey(),
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    /** pull-products, push-products, refresh-listings, suggest-categories, refresh-orders ... */
    kind: text("kind").notNull(),
    /** The same waiting or running work exists once. */
    identityKey: text("identity_key").notNull(),
    state: text("state", {
      enum: ["waiting", "running", "completed", "error", "cancelled"],
    }).notNull(),
    parameters: text("parameters", { mode: "json" }).$type<unknown>().notNull(),
    /** Number of items expected; null while unknown. */
    total: integer("total"),
    counts: text("counts", { mode: "json" }).$type<Record<string, number>>().notNull(),
    /** Opaque cursor of paged work. */
    cursor: text("cursor"),
    problem: text("problem", { mode: "json" }).$type<{
      code: string;
      facts: Record<string, unknown>;
    } | null>(),
    startedBy: text("started_by").notNull(),
    createdAt: now(),
    finishedAt: integer("finished_at"),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [
    index("task_connection").on(table.connectionId, table.createdAt, table.id),
    uniqueIndex("task_identity")
      .on(table.connectionId, table.identityKey)
      .where(sql`state IN ('waiting','running')`),
    index("task_open")
      .on(table.updatedAt)
      .where(sql`state IN ('waiting','running')`),
  ],
);

export const taskItem = sqliteTable(
  "task_item",
  {
    taskId: text("task_id")
      .notNull()
      .references(() => task.id, { onDelete: "cascade" }),
    /** Usually a product id. */
    itemKey: text("item_key").notNull(),
    label: text("label").notNull(),
    state: text("state", { enum: ["waiting", "running", "done", "failed", "skipped"] }).notNull(),
    /** Result: {code, facts}[] */
    reasons: text("reasons", { mode: "json" })
      .$type<readonly { code: string; facts: Record<string, unknown> }[]>()
      .notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.taskId, table.itemKey] }),
    index("task_item_state").on(table.taskId, table.state),
  ],
);

/** An open item a merchant must read; keyed, and cleared by the next success of the same key. */
export const problem = sqliteTable(
  "problem",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    key: text("key").notNull(),
    code: text("code").notNull(),
    remedy: text("remedy").notNull(),
    facts: text("facts", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    firstSeenAt: integer("first_seen_at").notNull(),
    lastSeenAt: integer("last_seen_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.key] })],
);
