/** Rows of uploaded sheets that were found valid and wait to be written. Times are epoch ms UTC; unique constraints are the idempotency rules. */
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { connection } from "./connections";

export const sheetRow = sqliteTable(
  "sheet_row",
  {
    connectionId: text("connection_id")
      .notNull()
      .references(() => connection.id, { onDelete: "cascade" }),
    /** Made by whoever uploads; means nothing outside the connection. */
    upload: text("upload").notNull(),
    productId: text("product_id").notNull(),
    categoryId: text("category_id").notNull(),
    /** Where the row stood in the file. */
    line: integer("line").notNull(),
    /** SheetPatch: what is to be written, and what stood there when it was shown. */
    patch: text("patch", { mode: "json" }).$type<unknown>().notNull(),
    before: text("before", { mode: "json" }).$type<unknown>().notNull(),
    /** The same in the short form that the items of a task keep. */
    change: text("change", { mode: "json" }).$type<unknown>().notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [
    // Of an upload a product has one row: a second one is refused.
    primaryKey({ columns: [table.connectionId, table.upload, table.productId] }),
    index("sheet_row_created").on(table.createdAt),
  ],
);
