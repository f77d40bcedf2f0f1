import type { SQL } from "drizzle-orm";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import type { Database } from "./database";

interface Built {
  toSQL(): { sql: string; params: unknown[] };
}

/**
 * Runs statements in one round trip, all or none. Drizzle's own batch takes no raw SQL on D1, and
 * the bulk statements over json_each are raw.
 */
export async function inOneTransaction(
  db: Database,
  statements: readonly (SQL | Built)[],
): Promise<void> {
  const client = (db as Database & { $client: D1Database }).$client;
  const dialect = new SQLiteAsyncDialect();
  await client.batch(
    statements.map((statement) => {
      const { sql, params } =
        "toSQL" in statement ? statement.toSQL() : dialect.sqlToQuery(statement);
      return client.prepare(sql).bind(...params);
    }),
  );
}
