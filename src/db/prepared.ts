/**
 * Statements that are asked most: drizzle builds their SQL once for a database, not for each call, and
 * building takes longer than most answers.
 */
import { onceFor } from "../lib/once-for";
import type { Database } from "./database";

/** The statement that `build` makes, one for each database. */
export const preparedBy = <Statement>(build: (db: Database) => Statement) => onceFor(build);
