/** Which tables a statement reads and writes, as SQLite says itself while it prepares the statement. */
import { constants, type DatabaseSync } from "node:sqlite";

export interface Touched {
  /** Undefined: what it answers is not a matter of tables alone. */
  reads: readonly string[] | undefined;
  /** With those that foreign keys empty as well. */
  writes: readonly string[];
}

/** Of these the answer is another each time. */
const UNSURE =
  /^(changes|total_changes|random|randomblob|last_insert_rowid|.*time.*|.*date.*|julianday)$/i;
const WRITE = new Set([constants.SQLITE_INSERT, constants.SQLITE_UPDATE, constants.SQLITE_DELETE]);
const READ = new Set([
  constants.SQLITE_SELECT,
  constants.SQLITE_READ,
  constants.SQLITE_FUNCTION,
  constants.SQLITE_RECURSIVE,
]);

/** Answers what the statement that `prepare` prepares touches. */
export function watchTables(database: DatabaseSync): <T>(prepare: () => T) => [T, Touched] {
  let reads = new Set<string>();
  let writes = new Set<string>();
  let isSure = true;
  database.setAuthorizer((action, name, second) => {
    if (WRITE.has(action)) writes.add(String(name));
    else if (!READ.has(action)) isSure = false;
    else if (action === constants.SQLITE_READ) reads.add(String(name));
    else if (action === constants.SQLITE_FUNCTION && UNSURE.test(String(second))) isSure = false;
    return constants.SQLITE_OK;
  });
  return (prepare) => {
    reads = new Set();
    writes = new Set();
    isSure = true;
    const made = prepare();
    const isRead = isSure && writes.size === 0;
    return [made, { reads: isRead ? [...reads] : undefined, writes: [...writes] }];
  };
}
