// The rows of one store in the shared storage: ids, indexes, and a cache until the next write.
// It knows no resource by name and no rule of the store.
import type { Storage } from "../../storage";
import type { Row, Stored } from "./row";

export interface Tables {
  all(resource: string): readonly Row[];
  get(resource: string, id: string): Row | undefined;
  /** Rows whose column holds this value, in the order of the table. */
  where(resource: string, column: string, value: string): readonly Row[];
  /** Stores a new row under the next free id, or under `id`. */
  insert(resource: string, values: Record<string, Stored>, extra?: Partial<Row>): Row;
  update(resource: string, row: Row): Row;
  remove(resource: string, id: string): void;
  /** The next number of a counter that is no table, e.g. invoice numbers. */
  next(counter: string): number;
  /** The number `next` gave last, 0 when it gave none. */
  last(counter: string): number;
  /** Makes sure that the next id (or number) is greater than `value`. */
  raise(counter: string, value: number): void;
}

interface Cache {
  revision: number | undefined;
  rows: Map<string, Row[]>;
  byId: Map<string, Map<string, Row>>;
  byColumn: Map<string, Map<string, Row[]>>;
}

const textOf = (row: Row, column: string): string => {
  if (column === "id") return row.id;
  const value = row.values[column];
  return typeof value === "string" ? value : "";
};

/** Opens the tables of one store; every collection name starts with `prefix`. */
export function openTables(storage: Storage, prefix: string): Tables {
  const cache: Cache = { revision: -1, rows: new Map(), byId: new Map(), byColumn: new Map() };
  const meta = `${prefix}meta`;
  const clearTable = (resource: string) => {
    cache.rows.delete(resource);
    cache.byId.delete(resource);
    for (const key of cache.byColumn.keys())
      if (key.startsWith(`${resource} `)) cache.byColumn.delete(key);
  };
  const refresh = () => {
    const revision = storage.get<number>(meta, "revision");
    if (revision === cache.revision) return;
    cache.rows.clear();
    cache.byId.clear();
    cache.byColumn.clear();
    cache.revision = revision;
  };
  const touch = (resource: string) => {
    refresh();
    cache.revision = (cache.revision ?? 0) + 1;
    storage.put(meta, "revision", cache.revision);
    clearTable(resource);
  };
  const all = (resource: string): Row[] => {
    refresh();
    const known = cache.rows.get(resource);
    if (known) return known;
    const rows = storage
      .list<Row>(prefix + resource)
      .toSorted((a, b) => Number(a.id) - Number(b.id));
    cache.rows.set(resource, rows);
    return rows;
  };
  const indexed = (resource: string, column: string): Map<string, Row[]> => {
    const rows = all(resource);
    const key = `${resource} ${column}`;
    const known = cache.byColumn.get(key);
    if (known) return known;
    const index = Map.groupBy(rows, (row) => textOf(row, column));
    cache.byColumn.set(key, index);
    return index;
  };
  const last = (counter: string) => storage.get<number>(meta, `last ${counter}`) ?? 0;
  const raise = (counter: string, value: number) => {
    if (value > last(counter)) storage.put(meta, `last ${counter}`, value);
  };
  const next = (counter: string) => {
    const value = last(counter) + 1;
    storage.put(meta, `last ${counter}`, value);
    return value;
  };
  return {
    all,
    get: (resource, id) => {
      const rows = all(resource);
      const known = cache.byId.get(resource) ?? new Map(rows.map((row) => [row.id, row]));
      cache.byId.set(resource, known);
      return known.get(id);
    },
    where: (resource, column, value) => indexed(resource, column).get(value) ?? [],
    insert: (resource, values, extra = {}) => {
      const row: Row = { ...extra, id: extra.id ?? String(next(resource)), values };
      raise(resource, Number(row.id));
      storage.put(prefix + resource, row.id, row);
      touch(resource);
      return row;
    },
    update: (resource, row) => {
      storage.put(prefix + resource, row.id, row);
      touch(resource);
      return row;
    },
    remove: (resource, id) => {
      storage.delete(prefix + resource, id);
      touch(resource);
    },
    next,
    last,
    raise,
  };
}

/** The text in a column, "" when it was never written. */
export function valueOf(row: Row | undefined, column: string): string {
  return row ? textOf(row, column) : "";
}
