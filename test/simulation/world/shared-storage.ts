/**
 * Storage of a simulated world whose rows are frozen, so that they need no copy when they are read
 * and a whole world is copied by its maps alone.
 */
import type { Storage } from "../../../simulator/storage";

export interface SharedStorage extends Storage {
  /** Another storage with the same rows; what is written to one is not seen in the other. */
  copy(): SharedStorage;
}

type Collections = Map<string, Map<string, unknown>>;

export function sharedStorage(start: Collections = new Map()): SharedStorage {
  const collections: Collections = new Map([...start].map(([name, rows]) => [name, new Map(rows)]));
  const rowsOf = (name: string) => {
    const found = collections.get(name) ?? new Map<string, unknown>();
    collections.set(name, found);
    return found;
  };
  return {
    get: <T>(collection: string, id: string) =>
      collections.get(collection)?.get(id) as T | undefined,
    put: (collection, id, value) =>
      void rowsOf(collection).set(id, freeze(JSON.parse(JSON.stringify(value)))),
    delete: (collection, id) => void collections.get(collection)?.delete(id),
    list: <T>(collection: string) => [...(collections.get(collection)?.values() ?? [])] as T[],
    clear: () => collections.clear(),
    copy: () => sharedStorage(collections),
  };
}

function freeze<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  for (const inner of Object.values(value)) freeze(inner);
  return Object.freeze(value);
}
