/**
 * The relational record and read model, one database for all tenants. Every tenant table leads with
 * its owner.
 */
import { drizzle, type DrizzleD1Database } from "drizzle-orm/d1";
import * as accounts from "./schema/accounts";
import * as catalogue from "./schema/catalogue";
import * as categories from "./schema/categories";
import * as checks from "./schema/checks";
import * as connections from "./schema/connections";
import * as health from "./schema/health";
import * as listings from "./schema/listings";
import * as orders from "./schema/orders";
import * as tasks from "./schema/tasks";

const schema = {
  ...accounts,
  ...catalogue,
  ...categories,
  ...checks,
  ...connections,
  ...health,
  ...listings,
  ...orders,
  ...tasks,
};

export type Database = DrizzleD1Database<typeof schema>;

export const openDatabase = (binding: D1Database): Database => drizzle(binding, { schema });
