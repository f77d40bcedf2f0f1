/**
 * A Durable Object's storage over SQLite in memory, for the ledger in Node. A crash of the object
 * is "drop the ledger, keep the storage".
 */
import { DatabaseSync } from "node:sqlite";
import type { LedgerStoragePort } from "../../src/ledger/storage-port";

export interface SqliteStorage extends LedgerStoragePort {
  /** Epoch ms; null: none is set. A test rings it by calling the ledger's `alarm`. */
  alarmAt: number | null;
}

export function sqliteStorage(): SqliteStorage {
  const database = new DatabaseSync(":memory:");
  let depth = 0;
  const storage: SqliteStorage = {
    alarmAt: null,
    sql: {
      exec<Row>(query: string, ...bindings: (string | number | null)[]) {
        const rows = run(database, query, bindings) as Row[];
        return { toArray: () => rows, raw: () => rows.map((row) => Object.values(row as object)) };
      },
    },
    transactionSync(change) {
      depth += 1;
      const name = `level_${depth}`;
      database.exec(`SAVEPOINT ${name}`);
      try {
        const answer = change();
        database.exec(`RELEASE ${name}`);
        return answer;
      } catch (caught) {
        database.exec(`ROLLBACK TO ${name}; RELEASE ${name}`);
        throw caught;
      } finally {
        depth -= 1;
      }
    },
    getAlarm: async () => storage.alarmAt,
    async setAlarm(at) {
      storage.alarmAt = at;
    },
    async deleteAlarm() {
      storage.alarmAt = null;
    },
    async deleteAll() {
      const tables = run(database, `SELECT name FROM sqlite_schema WHERE type = 'table'`, []);
      for (const { name } of tables as { name: string }[])
        if (!name.startsWith("sqlite_")) database.exec(`DROP TABLE "${name}"`);
      storage.alarmAt = null;
    },
  };
  return storage;
}

/** Several statements at once have no bindings and answer nothing. */
function run(
  database: DatabaseSync,
  query: string,
  bindings: readonly (string | number | null)[],
): unknown[] {
  if (bindings.length > 0 || /^\s*(SELECT|WITH)/i.test(query))
    return database.prepare(query).all(...bindings);
  database.exec(query);
  return [];
}
