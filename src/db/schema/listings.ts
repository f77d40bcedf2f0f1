/** What of a product is published on the channel, and its uploaded pictures. Times are epoch ms UTC; unique constraints are the idempotency rules. */
import { sql } from "drizzle-orm";
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { LISTING_ORIGINS } from "../../domain/listings/listing-origin";
import {
  MAPPING_CONFIDENCES,
  MATCHED_BY,
  type ListedSku,
  type MappedPair,
} from "../../domain/listings/mapping-proposal";
import type { SoldAs } from "../../domain/listings/made-anew";
import type { Reason } from "../../domain/errors/reason";
import { connection } from "./connections";
import { now } from "./columns";

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
    reasons: text("reasons", { mode: "json" }).$type<readonly Reason[]>().notNull(),
    /** Who made it: Weft by a push, or the seller, whose listing was mapped to the product. */
    origin: text("origin", { enum: LISTING_ORIGINS }).notNull().default("pushed"),
    /** What the channel accepted last, by field; null: nothing, or a row of 0.2 with `sentHash` only. */
    sent: text("sent", { mode: "json" }).$type<unknown>(),
    /** Grows with each change of `sent`, by a trigger that has the product checked again. */
    sentVersion: integer("sent_version").notNull().default(0),
    /** Up to 0.2 the one hash of the whole content; read until the next send has filled `sent`. */
    sentHash: text("sent_hash"),
    /** Key of a create under way; stays the same until its fate is known. */
    intentKey: text("intent_key"),
    intentAt: integer("intent_at"),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.productId] }),
    uniqueIndex("listing_channel_product").on(table.connectionId, table.channelProductId),
    // Says in one row whether any moved, as the indexes of this name do in other tables.
    index("listing_updated").on(table.connectionId, table.updatedAt),
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
    /** What the store said of the variant when it was sent; null: sent before this was kept. */
    soldAs: text("sold_as", { mode: "json" }).$type<SoldAs | null>(),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [
    // A variant may stand in several listings; a SKU of the channel stands for one variant.
    primaryKey({ columns: [table.connectionId, table.channelSkuId] }),
    index("offer_variant").on(table.connectionId, table.productId, table.variantId),
  ],
);

/** A listing of the shop that no product stands for, and the product it seems to be. */
export const unmappedListing = sqliteTable(
  "unmapped_listing",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    channelProductId: text("channel_product_id").notNull(),
    title: text("title").notNull(),
    status: text("status").notNull(),
    skus: text("skus", { mode: "json" }).$type<readonly ListedSku[]>().notNull(),
    confidence: text("confidence", { enum: MAPPING_CONFIDENCES }).notNull(),
    /** The proposed product; null: nothing fits. */
    productId: text("product_id"),
    matchedBy: text("matched_by", { enum: MATCHED_BY }),
    pairs: text("pairs", { mode: "json" }).$type<readonly MappedPair[]>().notNull(),
    /** Somebody does not want to be asked about it. */
    isHidden: integer("is_hidden", { mode: "boolean" }).notNull().default(false),
    /** Start of the search that saw it last; those of an earlier one are gone from the shop. */
    seenAt: integer("seen_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.channelProductId] }),
    index("unmapped_listing_tab").on(
      table.connectionId,
      table.isHidden,
      table.confidence,
      table.channelProductId,
    ),
    index("unmapped_listing_product").on(table.connectionId, table.productId),
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
