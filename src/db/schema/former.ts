/**
 * What people chose in a connection that they deleted: they find it again when they connect the same store
 * with the same shop. Times are epoch ms UTC; unique constraints are the idempotency rules.
 */
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { account } from "./accounts";

/** Account, store and shop, which lead both tables. */
const owner = () => ({
  accountId: text("account_id")
    .notNull()
    .references(() => account.id, { onDelete: "cascade" }),
  sourceUrl: text("source_url").notNull(),
  channelPlatform: text("channel_platform").notNull(),
  channelShopId: text("channel_shop_id").notNull(),
});

export const formerChoices = sqliteTable(
  "former_choices",
  {
    ...owner(),
    /** Rows of category_mapping, category_details and field_mapping without their connection. */
    mappings: text("mappings", { mode: "json" }).$type<unknown>().notNull(),
    details: text("details", { mode: "json" }).$type<unknown>().notNull(),
    fields: text("fields", { mode: "json" }).$type<unknown>().notNull(),
    keptAt: integer("kept_at").notNull(),
    /** Of the connection; null: nobody saved any, or a row of before. */
    settings: text("settings", { mode: "json" }).$type<unknown>(),
    warehouseId: text("warehouse_id"),
  },
  (table) => [
    primaryKey({
      columns: [table.accountId, table.sourceUrl, table.channelPlatform, table.channelShopId],
    }),
  ],
);

/** What was chosen for single products, by the store's ids. */
export const formerProduct = sqliteTable(
  "former_product",
  {
    ...owner(),
    productId: text("product_id").notNull(),
    /** As in product. */
    channelCategoryId: text("channel_category_id"),
    details: text("details", { mode: "json" }).$type<unknown>(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.accountId,
        table.sourceUrl,
        table.channelPlatform,
        table.channelShopId,
        table.productId,
      ],
    }),
  ],
);
