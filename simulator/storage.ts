/**
 * What a simulated shop keeps. Synchronous, so that one request is one atomic step:
 * in a Durable Object the rows live in its SQLite storage, in a test in a Map.
 */
export interface Storage {
  get<T>(collection: string, id: string): T | undefined;
  put<T>(collection: string, id: string, value: T): void;
  delete(collection: string, id: string): void;
  /** All values of a collection in the order of their first insertion. */
  list<T>(collection: string): T[];
  clear(): void;
}

export interface MemoryStorage extends Storage {
  /** A storage of its own with the same rows: a world that was prepared once, for many tests. */
  copy(): MemoryStorage;
}

/** Storage for tests: values are copied in and out, so that no caller changes a stored row by reference. */
export function memoryStorage(
  from?: ReadonlyMap<string, ReadonlyMap<string, string>>,
): MemoryStorage {
  const collections = new Map([...(from ?? [])].map(([name, held]) => [name, new Map(held)]));
  const rows = (name: string) => {
    const found = collections.get(name) ?? new Map<string, string>();
    collections.set(name, found);
    return found;
  };
  return {
    get: <T>(collection: string, id: string) => {
      const text = rows(collection).get(id);
      return text === undefined ? undefined : (JSON.parse(text) as T);
    },
    put: (collection, id, value) => void rows(collection).set(id, JSON.stringify(value)),
    delete: (collection, id) => void rows(collection).delete(id),
    list: <T>(collection: string) =>
      [...rows(collection).values()].map((text) => JSON.parse(text) as T),
    clear: () => collections.clear(),
    copy: () => memoryStorage(collections),
  };
}

/** Storage in the SQLite of a Durable Object; it survives a restart. */
export function sqlStorage(sql: SqlStorage): Storage {
  sql.exec(
    `CREATE TABLE IF NOT EXISTS doc (seq INTEGER PRIMARY KEY AUTOINCREMENT, collection TEXT NOT NULL,
     id TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (collection, id))`,
  );
  const read = <T>(query: string, ...bindings: string[]) =>
    sql
      .exec<{ value: string }>(query, ...bindings)
      .toArray()
      .map((row) => JSON.parse(row.value) as T);
  return {
    get: <T>(collection: string, id: string) =>
      read<T>(`SELECT value FROM doc WHERE collection = ? AND id = ?`, collection, id)[0],
    put: (collection, id, value) =>
      void sql.exec(
        `INSERT INTO doc (collection, id, value) VALUES (?, ?, ?)
         ON CONFLICT (collection, id) DO UPDATE SET value = excluded.value`,
        collection,
        id,
        JSON.stringify(value),
      ),
    delete: (collection, id) =>
      void sql.exec(`DELETE FROM doc WHERE collection = ? AND id = ?`, collection, id),
    list: <T>(collection: string) =>
      read<T>(`SELECT value FROM doc WHERE collection = ? ORDER BY seq`, collection),
    clear: () => void sql.exec(`DELETE FROM doc`),
  };
}
