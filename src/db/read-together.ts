import type { SQL } from "drizzle-orm";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import type { Database } from "./database";

/** Answers several raw queries in one round trip, in their order, all from one state of the database. */
export async function readTogether(
  db: Database,
  statements: readonly SQL[],
): Promise<Record<string, unknown>[][]> {
  if (statements.length === 0) return [];
  const client = (db as Database & { $client: D1Database }).$client;
  const dialect = new SQLiteAsyncDialect();
  const answers = await client.batch<Record<string, unknown>>(
    statements.map((statement) => {
      const { sql, params } = dialect.sqlToQuery(statement);
      return client.prepare(sql).bind(...params);
    }),
  );
  return answers.map(({ results }) => results);
}
