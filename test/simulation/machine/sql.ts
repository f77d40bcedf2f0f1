/** SQLite in memory, with the statements it has prepared; a history is undone by one rollback. */
import { DatabaseSync, type StatementSync } from "node:sqlite";

export type SqlValue = string | number | null | Uint8Array;

export interface SqlFile {
  all(query: string, values: readonly SqlValue[]): Record<string, SqlValue>[];
  rows(query: string, values: readonly SqlValue[]): SqlValue[][];
  script(text: string): void;
  changes(): number;
  /** All or none of what `work` writes; may be nested. */
  atomically<T>(work: () => T): T;
  /** From here on everything can be taken back. */
  mark(): void;
  rollBack(): void;
}

export function openSqlFile(): SqlFile {
  const database = new DatabaseSync(":memory:");
  database.exec("PRAGMA foreign_keys = ON");
  const prepared = new Map<string, StatementSync>();
  let depth = 0;
  const statement = (query: string): StatementSync => {
    const found = prepared.get(query);
    if (found) return found;
    const made = database.prepare(query);
    prepared.set(query, made);
    return made;
  };
  return {
    all(query, values) {
      const made = statement(query);
      made.setReturnArrays(false);
      return made.all(...values) as Record<string, SqlValue>[];
    },
    rows(query, values) {
      const made = statement(query);
      made.setReturnArrays(true);
      return made.all(...values) as unknown as SqlValue[][];
    },
    script: (text) => database.exec(text),
    changes: () => Number(database.prepare("SELECT changes() AS count").get()?.["count"] ?? 0),
    atomically(work) {
      depth += 1;
      const name = `level_${depth}`;
      database.exec(`SAVEPOINT ${name}`);
      try {
        const answer = work();
        database.exec(`RELEASE ${name}`);
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
