/**
 * The relational record and read model, one database for all tenants (tables in `schema`). Every
 * tenant table leads with its owner.
 */
import { drizzle, type DrizzleD1Database } from "drizzle-orm/d1";

export type Database = DrizzleD1Database;

/** Without a map of all tables, which only relational queries would read. */
export const openDatabase = (binding: D1Database): Database => drizzle(binding);
