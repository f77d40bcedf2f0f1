/** SQLite in memory, with the statements it has prepared; a history is undone by one rollback. */
import { DatabaseSync, type StatementSync } from "node:sqlite";

export type SqlValue = string | number | null | Uint8Array;
export type SqlRow = Record<string, SqlValue>;

export interface SqlFile {
  all(query: string, values: readonly SqlValue[]): SqlRow[];
  rows(query: string, values: readonly SqlValue[]): SqlValue[][];
  script(text: string): void;
  /** Rows that the last statement changed. */
  changes(): number;
  /** All or none of what `work` writes; may be nested. */
  atomically<T>(work: () => T): T;
  /** From here on everything can be taken back. */
  mark(): void;
  rollBack(): void;
}

interface Prepared {
  statement: StatementSync;
  columns: readonly string[];
}

export function openSqlFile(): SqlFile {
  const database = new DatabaseSync(":memory:");
  database.exec("PRAGMA foreign_keys = ON");
  const prepared = new Map<string, Prepared>();
  let depth = 0;
  /** Rows as arrays are twice as fast as objects. */
  const prepare = (query: string): Prepared => {
    const found = prepared.get(query);
    if (found) return found;
    const statement = database.prepare(query);
    statement.setReturnArrays(true);
    const made = { statement, columns: statement.columns().map(({ name }) => name) };
    prepared.set(query, made);
    return made;
  };
  const rows: SqlFile["rows"] = (query, values) =>
    prepare(query).statement.all(...values) as unknown as SqlValue[][];
  return {
    rows,
    all(query, values) {
      const { columns } = prepare(query);
      return rows(query, values).map((row) => toObject(columns, row));
    },
    script(text) {
      // What a prepared statement answers may be another when tables are not those of then.
      if (/\b(ALTER|DROP) TABLE\b/i.test(text)) prepared.clear();
      database.exec(text);
    },
    changes: () => Number(rows("SELECT changes()", [])[0]?.[0] ?? 0),
    atomically(work) {
      depth += 1;
      const name = `level_${depth}`;
      rows(`SAVEPOINT ${name}`, []);
      try {
        const answer = work();
        rows(`RELEASE ${name}`, []);
        return answer;
      } catch (caught) {
        database.exec(`ROLLBACK TO ${name}; RELEASE ${name}`);
        throw caught;
      } finally {
        depth -= 1;
      }
    },
    mark: () => database.exec("BEGIN"),
    rollBack: () => database.exec("ROLLBACK"),
  };
}

function toObject(columns: readonly string[], row: readonly SqlValue[]): SqlRow {
  const object: SqlRow = {};
  for (let index = 0; index < columns.length; index += 1)
    object[columns[index] as string] = row[index] as SqlValue;
  return object;
}
