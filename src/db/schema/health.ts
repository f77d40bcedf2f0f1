/** The last health check of each connection. Times are epoch ms UTC; unique constraints are the idempotency rules. */
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { CheckReport } from "../../domain/health/finding";
import { connection } from "./connections";

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
