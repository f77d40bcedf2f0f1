/**
 * Statements that are asked most: drizzle builds their SQL once for a database, not for each call, and
 * building takes longer than most answers.
 */
import type { Database } from "./database";

/** The statement that `build` makes, one for each database. */
export function preparedBy<Statement>(build: (db: Database) => Statement) {
  const known = new WeakMap<Database, { statement: Statement }>();
  return (db: Database): Statement => {
    const found = known.get(db) ?? { statement: build(db) };
    known.set(db, found);
    return found.statement;
  };
}
