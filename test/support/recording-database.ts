/** What one statement cost. */
export interface StatementCost {
  sql: string;
  /** Rows and index entries, as the database bills them. */
  rowsWritten: number;
  rowsRead: number;
}

const WRITES = /^\s*(INSERT|UPDATE|DELETE|REPLACE|WITH)/i;

/**
 * A database that adds each statement to `statements`, with what it read and wrote. Reads through
 * drizzle (`raw`) say nothing of their cost and are left out; with `countsRawReads` each is made once
 * more, to be counted.
 */
export function recordingDatabase(
  db: D1Database,
  statements: StatementCost[],
  { countsRawReads = false } = {},
): D1Database {
  const inner = new Map<unknown, { sql: string; statement: D1PreparedStatement }>();
  const record = <R extends D1Result>(sql: string, result: R): R => {
    const { rows_written: rowsWritten, rows_read: rowsRead } = result.meta;
    statements.push({ sql, rowsWritten, rowsRead });
    return result;
  };
  const wrap = (sql: string, statement: D1PreparedStatement): D1PreparedStatement => {
    const recording = {
      bind: (...values: unknown[]) => wrap(sql, statement.bind(...values)),
      run: async () => record(sql, await statement.run()),
      all: async () => record(sql, await statement.all()),
      // Raw answers say nothing of what they wrote; rows a write returns have no equal column names.
      raw: async (options?: { columnNames?: false }) => {
        if (!WRITES.test(sql)) {
          if (countsRawReads) record(sql, await statement.all());
          return statement.raw(options);
        }
        const { results } = record(sql, await statement.all<Record<string, unknown>>());
        return results.map((row) => Object.values(row));
      },
      first: (column: string) => statement.first(column),
    } as unknown as D1PreparedStatement;
    inner.set(recording, { sql, statement });
    return recording;
  };
  return {
    prepare: (sql: string) => wrap(sql, db.prepare(sql)),
    batch: async (statements: D1PreparedStatement[]) => {
      const known = statements.map((statement) => inner.get(statement) ?? { sql: "", statement });
      const results = await db.batch(known.map(({ statement }) => statement));
      return results.map((result, index) => record(known[index]?.sql ?? "", result));
    },
  } as unknown as D1Database;
}

/** Rows written per table. */
export function rowsByTable(statements: readonly StatementCost[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { sql, rowsWritten } of statements) {
    if (rowsWritten === 0) continue;
    const table = /\b(?:INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?/i.exec(sql)?.[1] ?? "unknown";
    sums.set(table, (sums.get(table) ?? 0) + rowsWritten);
  }
  return sums;
}
