/** SQLite in memory, with the statements it has prepared; a history is undone by one rollback. */
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { watchTables, type Touched } from "./sql-tables";

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

interface Prepared extends Touched {
  statement: StatementSync;
  columns: readonly string[];
  /** What it answered, by its values, and when that was. */
  answers: Map<string, { at: number; rows: SqlValue[][] }>;
}

/** More are not kept for one statement. */
const MOST_ANSWERS = 500;

/**
 * A read is answered from memory where no statement has written to one of its tables since: the sweeps
 * of a connection at rest ask the same over and over.
 */
export function openSqlFile(): SqlFile {
  const database = new DatabaseSync(":memory:");
  database.exec("PRAGMA foreign_keys = ON");
  const touchedBy = watchTables(database);
  const prepared = new Map<string, Prepared>();
  const written = new Map<string, number>();
  let clock = 1;
  let allWrittenAt = 0;
  let depth = 0;
  const prepare = (query: string): Prepared => {
    const found = prepared.get(query);
    if (found) return found;
    const [statement, touched] = touchedBy(() => database.prepare(query));
    // Rows as arrays are twice as fast as objects.
    statement.setReturnArrays(true);
    const made = {
      statement,
      columns: statement.columns().map(({ name }) => name),
      ...touched,
      answers: new Map(),
    };
    prepared.set(query, made);
    return made;
  };
  const noteWrite = (tables: readonly string[]) => {
    clock += 1;
    for (const table of tables) written.set(table, clock);
  };
  const isFresh = (at: number, reads: readonly string[]) =>
    at >= allWrittenAt && reads.every((table) => at >= (written.get(table) ?? 0));
  const run = ({ statement }: Prepared, values: readonly SqlValue[]) =>
    statement.all(...values) as unknown as SqlValue[][];
  const answer = (query: Prepared, values: readonly SqlValue[]): SqlValue[][] => {
    const { reads, answers } = query;
    if (!reads) {
      noteWrite(query.writes);
      return run(query, values);
    }
    const key = values.map(keyOf).join("\u0000");
    const known = answers.get(key);
    if (known && isFresh(known.at, reads)) return known.rows;
    const rows = run(query, values);
    if (answers.size >= MOST_ANSWERS) answers.clear();
    answers.set(key, { at: clock, rows });
    return rows;
  };
  const exec = (text: string) => {
    clock += 1;
    allWrittenAt = clock;
    database.exec(text);
  };
  return {
    rows: (query, values) => answer(prepare(query), values).map((row) => [...row]),
    all(query, values) {
      const known = prepare(query);
      return answer(known, values).map((row) => toObject(known.columns, row));
    },
    script(text) {
      // What a prepared statement answers may be another when tables are not those of then.
      if (/\b(ALTER|DROP) TABLE\b/i.test(text)) prepared.clear();
      exec(text);
    },
    changes: () => Number(run(prepare("SELECT changes()"), [])[0]?.[0] ?? 0),
    atomically(work) {
      depth += 1;
      const name = `level_${depth}`;
      run(prepare(`SAVEPOINT ${name}`), []);
      try {
        const result = work();
        run(prepare(`RELEASE ${name}`), []);
        return result;
      } catch (caught) {
        exec(`ROLLBACK TO ${name}; RELEASE ${name}`);
        throw caught;
      } finally {
        depth -= 1;
      }
    },
    mark: () => database.exec("BEGIN"),
    rollBack: () => exec("ROLLBACK"),
  };
}

/** The number 1 and the text "1" are not the same to SQLite. */
const keyOf = (value: SqlValue): string => (typeof value === "string" ? `"${value}` : `${value}`);

function toObject(columns: readonly string[], row: readonly SqlValue[]): SqlRow {
  const object: SqlRow = {};
  for (let index = 0; index < columns.length; index += 1)
    object[columns[index] as string] = row[index] as SqlValue;
  return object;
}
