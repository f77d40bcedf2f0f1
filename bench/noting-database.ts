export interface Write {
  sql: string;
  /** Rows and index entries, as the database bills them. */
  rowsWritten: number;
}

const WRITES = /^\s*(INSERT|UPDATE|DELETE|REPLACE|WITH)/i;

/** A database that notes what each statement wrote. */
export function notingDatabase(db: D1Database, writes: Write[]): D1Database {
  const inner = new Map<unknown, { sql: string; statement: D1PreparedStatement }>();
  const note = <R extends D1Result>(sql: string, result: R): R => {
    if (result.meta.rows_written > 0) writes.push({ sql, rowsWritten: result.meta.rows_written });
    return result;
  };
  const wrap = (sql: string, statement: D1PreparedStatement): D1PreparedStatement => {
    const noting = {
      bind: (...values: unknown[]) => wrap(sql, statement.bind(...values)),
      run: async () => note(sql, await statement.run()),
      all: async () => note(sql, await statement.all()),
      // Raw answers say nothing of what they wrote; rows a write returns have no equal column names.
      raw: async (options?: { columnNames?: false }) => {
        if (!WRITES.test(sql)) return statement.raw(options);
        const { results } = note(sql, await statement.all<Record<string, unknown>>());
        return results.map((row) => Object.values(row));
      },
      first: (column: string) => statement.first(column),
    } as unknown as D1PreparedStatement;
    inner.set(noting, { sql, statement });
    return noting;
  };
  return {
    prepare: (sql: string) => wrap(sql, db.prepare(sql)),
    batch: async (statements: D1PreparedStatement[]) => {
      const known = statements.map((statement) => inner.get(statement) ?? { sql: "", statement });
      const results = await db.batch(known.map(({ statement }) => statement));
      return results.map((result, index) => note(known[index]?.sql ?? "", result));
    },
  } as unknown as D1Database;
}

/** Sum per table, by the table each statement writes to. */
export function rowsByTable(writes: readonly Write[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { sql, rowsWritten } of writes) {
    const table = /\b(?:INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?/i.exec(sql)?.[1] ?? "unknown";
    sums.set(table, (sums.get(table) ?? 0) + rowsWritten);
  }
  return sums;
}
