/** Connections with their sealed secrets and open problems. Times are epoch ms UTC; unique constraints are the idempotency rules. */
import { sql } from "drizzle-orm";
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { SECRET_FIELDS } from "../../domain/connections/secrets";
import type { SourceStore } from "../../domain/connections/source-store";
import type { Facts } from "../../domain/facts";
import { account } from "./accounts";
import { now } from "./columns";

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
    /** The shop held listings when it was bound; null in rows written before 0.3. */
    channelHadListings: integer("channel_had_listings", { mode: "boolean" }),
    settings: text("settings", { mode: "json" }).$type<unknown>().notNull(),
    /** Grows with each save: a save that saw an older one is refused. */
    settingsVersion: integer("settings_version").notNull().default(0),
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

/**
 * A connection that was deleted, whose ledger has to be erased; kept for a time after, because its store
 * goes on sending what waits there.
 */
export const erasure = sqliteTable("erasure", {
  connectionId: text("connection_id").primaryKey(),
  /** How often the ledger was erased since. */
  rounds: integer("rounds").notNull().default(0),
  createdAt: now(),
});

/** Sealed secrets; the plain text never touches the database. */
export const credential = sqliteTable(
  "credential",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    field: text("field", { enum: SECRET_FIELDS }).notNull(),
    sealed: text("sealed").notNull(),
    state: text("state", { enum: ["valid", "expiring", "revoked"] }).notNull(),
    expiresAt: integer("expires_at"),
    version: integer("version").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.field] })],
);

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
    facts: text("facts", { mode: "json" }).$type<Facts>().notNull(),
    firstSeenAt: integer("first_seen_at").notNull(),
    lastSeenAt: integer("last_seen_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.key] }),
    index("problem_updated").on(table.connectionId, table.lastSeenAt),
    // The sweep over all tenants reads these few only.
    index("problem_needs_action")
      .on(table.connectionId)
      .where(sql`code = 'order.needs_action'`),
  ],
);

/** What both shops offer to choose from in the settings, as read last, so that pages need not wait. */
export const storeChoice = sqliteTable(
  "store_choice",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["carriers", "order-states", "reading"] }).notNull(),
    body: text("body", { mode: "json" }).$type<unknown>().notNull(),
    readAt: integer("read_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.kind] })],
);
