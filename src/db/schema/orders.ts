/** Read model of the orders that the ledger decides. Times are epoch ms UTC; unique constraints are the idempotency rules. */
import { sql } from "drizzle-orm";
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { Facts } from "../../domain/facts";
import type { Reason } from "../../domain/errors/reason";
import { ENDED } from "../../domain/orders/forget-buyer";
import { ORDER_GROUPS, ORDER_TABS } from "../../domain/orders/order-tab";
import type { StoreMoney } from "../../domain/orders/order-projection";
import { connection } from "./connections";

/** The group of an order, as its indexes and triggers have it; text of ours, since an index knows no bound value. */
export const ORDER_GROUP = sql`CASE WHEN is_archived THEN 'archived' ELSE tab END`;

/** An order that ended and whose buyer is still known. */
export const HELD = sql.raw(
  `forgotten_at IS NULL AND channel_state IN (${ENDED.map((state) => `'${state}'`).join(", ")})`,
);

/** Read model of the ledger's orders; `version` grows, a late projection cannot overwrite a newer one. */
export const salesOrder = sqliteTable(
  "sales_order",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    channelOrderId: text("channel_order_id").notNull(),
    version: integer("version").notNull(),
    /** Shape of the projection; a row of an older one is projected again. 0: written by 0.2. */
    projectionVersion: integer("projection_version").notNull().default(0),
    channelState: text("channel_state").notNull(),
    /** Which tab it stands in. */
    tab: text("tab", { enum: ORDER_TABS }).notNull(),
    sourceOrderId: text("source_order_id"),
    sourceReference: text("source_reference"),
    trackingNumber: text("tracking_number"),
    totalMinor: integer("total_minor").notNull(),
    currency: text("currency").notNull(),
    buyerName: text("buyer_name").notNull(),
    /** What searches compare, folded, without the buyer; null in rows of 0.2 until the sweep comes by. */
    searchText: text("search_text"),
    /** The buyer's name, folded; goes when the buyer is forgotten. */
    searchBuyer: text("search_buyer").notNull().default(""),
    unitCount: integer("unit_count").notNull(),
    /** Why it is not further: {code, facts}; null when all is well. */
    problem: text("problem", { mode: "json" }).$type<Reason | null>(),
    /** The ChannelOrder as last read. */
    body: text("body", { mode: "json" }).$type<unknown>().notNull(),
    /** The store's order as the store computes it, and what it should come to. */
    storeMoney: text("store_money", { mode: "json" }).$type<StoreMoney | null>(),
    placedAt: integer("placed_at").notNull(),
    paidAt: integer("paid_at"),
    /** The same for all orders of a buyer of this connection; says nothing of the person. */
    buyerKey: text("buyer_key"),
    /** Set by a person or a rule; never written by a projection. */
    isArchived: integer("is_archived", { mode: "boolean" }).notNull().default(false),
    shipBy: integer("ship_by"),
    /** When all of it had been handed over. */
    shippedAt: integer("shipped_at"),
    /** Null: it is not cancelled, or nobody said by whom. */
    cancelledBy: text("cancelled_by", { enum: ["buyer", "seller", "system"] }),
    /** When the channel cancelled it because the seller lacked the goods; null: it did not. */
    oversoldAt: integer("oversold_at"),
    /** When Weft learned of that first: people read of it from then on. */
    oversoldNotedAt: integer("oversold_noted_at"),
    /** When the buyer's data were removed; null: they are there. */
    forgottenAt: integer("forgotten_at"),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.channelOrderId] }),
    uniqueIndex("sales_order_source").on(table.connectionId, table.sourceOrderId),
    index("sales_order_group").on(
      table.connectionId,
      ORDER_GROUP,
      table.placedAt,
      table.channelOrderId,
    ),
    // What has to be shipped first, in the tab where it waits.
    index("sales_order_group_ship_by").on(
      table.connectionId,
      ORDER_GROUP,
      sql`coalesce(ship_by, 9999999999999)`,
      table.channelOrderId,
    ),
    // What had to be sent in a window, whatever became of it.
    index("sales_order_deadline").on(table.connectionId, table.shipBy),
    index("sales_order_updated").on(table.connectionId, table.updatedAt),
    index("sales_order_placed").on(table.connectionId, table.placedAt, table.channelOrderId),
    index("sales_order_oversold")
      .on(table.connectionId, table.oversoldAt)
      .where(sql`oversold_at IS NOT NULL`),
    // Ended orders whose buyer is still known, by when they ended.
    index("sales_order_held")
      .on(table.connectionId, sql`body->>'$.updatedAt'`)
      .where(HELD),
    // Empty once every row has its text, so it costs no write.
    index("sales_order_unfolded")
      .on(table.connectionId, table.channelOrderId)
      .where(sql`search_text IS NULL`),
  ],
);

/** How many orders stand in each group. Triggers keep it with every write of `sales_order`. */
export const orderCount = sqliteTable(
  "order_count",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    tab: text("tab", { enum: ORDER_GROUPS }).notNull(),
    orders: integer("orders").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.tab] })],
);

/** The lines of an order, one for each line of the channel's. */
export const salesLine = sqliteTable(
  "sales_line",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    channelOrderId: text("channel_order_id").notNull(),
    lineId: text("line_id").notNull(),
    channelProductId: text("channel_product_id").notNull(),
    channelSkuId: text("channel_sku_id").notNull(),
    sellerSku: text("seller_sku").notNull(),
    /** The store's product and variant, where the SKU was linked when the order was projected. */
    productId: text("product_id"),
    variantId: text("variant_id"),
    title: text("title").notNull(),
    units: integer("units").notNull(),
    /** What the buyer paid for the line, tax included, before the platform's own discount. */
    paidMinor: integer("paid_minor").notNull(),
    isCancelled: integer("is_cancelled", { mode: "boolean" }).notNull(),
    packageId: text("package_id"),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.channelOrderId, table.lineId] }),
    index("sales_line_product").on(table.connectionId, table.productId),
    index("sales_line_sku").on(table.connectionId, table.channelSkuId),
  ],
);

/** The history of an order, append-only; `entryKey` makes a repeated projection a no-op. */
export const orderEntry = sqliteTable(
  "order_entry",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    channelOrderId: text("channel_order_id").notNull(),
    entryKey: text("entry_key").notNull(),
    kind: text("kind").notNull(),
    facts: text("facts", { mode: "json" }).$type<Facts>().notNull(),
    at: integer("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.channelOrderId, table.entryKey] })],
);

/** Products of oversold orders that a person looked at: orders cancelled before are no news of them. */
export const oversoldCheck = sqliteTable(
  "oversold_check",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    channelProductId: text("channel_product_id").notNull(),
    checkedAt: integer("checked_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.channelProductId] })],
);

/** Up to when a person has read of oversold orders. */
export const oversoldSeen = sqliteTable(
  "oversold_seen",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    userId: text("user_id").notNull(),
    seenAt: integer("seen_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.userId] })],
);

/** When owners were last mailed about orders that need them: many orders are one mail. */
export const orderMail = sqliteTable("order_mail", {
  connectionId: text("connection_id")
    .primaryKey()
    .references(() => connection.id, { onDelete: "cascade" }),
  sentAt: integer("sent_at").notNull(),
});
