import { and, eq, gt } from "drizzle-orm";
import type { Database } from "../database";
import { connection } from "../schema/connections";

/** Ids of connections whose ledgers must be awake, behind `after`, in order. */
export async function listActiveIds(db: Database, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: connection.id })
    .from(connection)
    .where(and(eq(connection.state, "active"), gt(connection.id, after)))
    .orderBy(connection.id)
    .limit(limit);
  return rows.map(({ id }) => id);
}
