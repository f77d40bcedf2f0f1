/** SQLite in memory, with the statements it has prepared; a history is undone by one rollback. */
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { noteWalks } from "./walks";
import { openTableStates } from "./table-states";
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
  /** From here on everything can be taken back; may be nested. */
  mark(): void;
  /** Back to the newest mark, which stays. */
  rollBack(): void;
  /** Back to the newest mark, which is forgotten. */
  unmark(): void;
}

interface Prepared extends Touched {
  statement: StatementSync;
  columns: readonly string[];
  /** What it answered last, by its values. */
  answers: Map<string, Answer>;
  /** What it answered about a marked state, which comes back with each history. */
  atMark: Map<string, Answer>;
}

/** `of`: the state of the tables that the statement read. */
interface Answer {
  of: string;
  rows: SqlValue[][];
}

/** More are not kept for one statement. */
const MOST_ANSWERS = 500;

/**
 * A read is answered from memory where no statement has written to one of its tables since: the sweeps
 * of a connection at rest ask the same over and over, and every history begins in the same state.
 */
export function openSqlFile(): SqlFile {
  const database = new DatabaseSync(":memory:");
  database.exec("PRAGMA foreign_keys = ON");
  const touchedBy = watchTables(database);
  const prepared = new Map<string, Prepared>();
  const states = openTableStates();
  let marks = 0;
  let depth = 0;
  const prepare = (query: string): Prepared => {
    const found = prepared.get(query);
    if (found) return found;
    const [statement, touched] = touchedBy(() => database.prepare(query));
    noteWalks(database, query);
    // Rows as arrays are twice as fast as objects.
    statement.setReturnArrays(true);
    const made = {
      statement,
      columns: statement.columns().map(({ name }) => name),
      ...touched,
      answers: new Map(),
      atMark: new Map(),
    };
    prepared.set(query, made);
    return made;
  };
  const run = ({ statement }: Prepared, values: readonly SqlValue[]) =>
    statement.all(...values) as unknown as SqlValue[][];
  const answer = (query: Prepared, values: readonly SqlValue[]): SqlValue[][] => {
    const { reads, answers, atMark } = query;
    if (!reads) {
      states.noteWrite(query.writes);
      return run(query, values);
    }
    const key = values.map(keyOf).join("\u0000");
    const of = states.of(reads);
    const known = answers.get(key);
    if (known?.of === of) return known.rows;
    const marked = atMark.get(key);
    if (marked?.of === of) return marked.rows;
    const made = { of, rows: run(query, values) };
    const kept = states.isAsMarked(reads) ? atMark : answers;
    if (kept.size >= MOST_ANSWERS) kept.clear();
    kept.set(key, made);
    return made.rows;
  };
  const exec = (text: string) => {
    states.noteAll();
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
    mark() {
      marks += 1;
      database.exec(`SAVEPOINT mark_${marks}`);
      states.mark();
    },
    rollBack() {
      database.exec(`ROLLBACK TO mark_${marks}`);
      states.rollBack();
    },
    unmark() {
      database.exec(`ROLLBACK TO mark_${marks}; RELEASE mark_${marks}`);
      states.unmark();
      marks -= 1;
    },
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
