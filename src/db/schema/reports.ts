/** Reports that compare both shops. Times are epoch ms UTC; unique constraints are the idempotency rules. */
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { KeptFinding, ReportTotals } from "../../domain/reports/reconciliation";
import { connection } from "./connections";

const ofConnection = () =>
  text("connection_id")
    .notNull()
    .references(() => connection.id, { onDelete: "cascade" });

/** A report as it was signed; never changed. */
export const reconciliation = sqliteTable(
  "reconciliation",
  {
    connectionId: ofConnection(),
    id: text("id").notNull(),
    at: integer("at").notNull(),
    /** For lists; the document has the same. */
    totals: text("totals", { mode: "json" }).$type<ReportTotals>().notNull(),
    /** Canonical JSON, the very text that is signed. */
    document: text("document").notNull(),
    /** Ed25519, base64url, with the public key that verifies it. */
    signature: text("signature").notNull(),
    publicKey: text("public_key").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.id] }),
    index("reconciliation_recent").on(table.connectionId, table.at),
    index("reconciliation_at").on(table.at),
  ],
);

/** What a comparison under way has found; goes when its report is there. */
export const reconciliationFinding = sqliteTable(
  "reconciliation_finding",
  {
    connectionId: ofConnection(),
    reportId: text("report_id").notNull(),
    key: text("key").notNull(),
    body: text("body", { mode: "json" }).$type<KeptFinding>().notNull(),
    at: integer("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.reportId, table.key] }),
    index("reconciliation_finding_at").on(table.at),
  ],
);

/** When a connection is compared next; 0: nobody has said. */
export const reconciliationPlan = sqliteTable(
  "reconciliation_plan",
  {
    connectionId: ofConnection().primaryKey(),
    dueAt: integer("due_at").notNull().default(0),
  },
  (table) => [index("reconciliation_plan_due").on(table.dueAt)],
);
