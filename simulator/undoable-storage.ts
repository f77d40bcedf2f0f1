import type { Storage } from "./storage";

/** Storage whose changes may be taken back, so that a refused request leaves nothing behind. */
export interface UndoableStorage extends Storage {
  /** Runs a step; when it throws, all its changes are rolled back. */
  transaction<T>(step: () => T): T;
  /** Runs a step for its result alone: all its changes are rolled back. */
  dryRun<T>(step: () => T): T;
}

interface Change {
  collection: string;
  id: string;
  before: unknown;
}

/** Wraps a storage; only what is changed through the wrapper can be taken back. */
export function undoable(inner: Storage): UndoableStorage {
  let log: Change[] | undefined;
  const note = (collection: string, id: string) =>
    log?.push({ collection, id, before: inner.get(collection, id) });
  const rollBack = (changes: Change[]) => {
    for (const { collection, id, before } of changes.toReversed())
      if (before === undefined) inner.delete(collection, id);
      else inner.put(collection, id, before);
  };
  const logged = <T>(step: () => T, keeps: boolean): T => {
    if (log) throw new Error("a step that may be taken back cannot hold another one");
    const changes: Change[] = [];
    log = changes;
    let isDone = false;
    try {
      const result = step();
      isDone = true;
      return result;
    } finally {
      log = undefined;
      if (!isDone || !keeps) rollBack(changes);
    }
  };
  return {
    get: (collection, id) => inner.get(collection, id),
    list: (collection) => inner.list(collection),
    clear: () => inner.clear(),
    put: (collection, id, value) => {
      note(collection, id);
      inner.put(collection, id, value);
    },
    delete: (collection, id) => {
      note(collection, id);
      inner.delete(collection, id);
    },
    transaction: (step) => logged(step, true),
    dryRun: (step) => logged(step, false),
  };
}
