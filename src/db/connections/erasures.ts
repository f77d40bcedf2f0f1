/** The end of connections: their rows at once, their ledgers by a list that outlives them. */
import { and, asc, eq, lt, lte, or, sql } from "drizzle-orm";
import type { Database } from "../database";
import { connection, erasure } from "../schema/connections";

/** What was under way when a connection was deleted has reached its ledger by then, or never does. */
const SECOND_ROUND_MS = 10 * 60_000;
const ROUNDS = 2;
/** Modules send what waits in them for so long. */
const KEPT_MS = 30 * 86_400_000;

/**
 * Everything of the connection goes with it, and its ledger is due to be erased: both or neither. The
 * activity stays.
 */
export async function removeConnection(
  db: Database,
  accountId: string,
  id: string,
  now: number,
): Promise<void> {
  const one = and(eq(connection.id, id), eq(connection.accountId, accountId));
  await db.batch([
    db
      .insert(erasure)
      .select(
        db
          .select({
            connectionId: connection.id,
            rounds: sql`0`.as("rounds"),
            createdAt: sql`${now}`.as("created_at"),
          })
          .from(connection)
          .where(one),
      )
      .onConflictDoNothing(),
    db.delete(connection).where(one),
  ]);
}

/** Ids of deleted connections whose ledger is to be erased now, the oldest first. */
export async function listErasuresDue(db: Database, limit: number, now: number): Promise<string[]> {
  const rows = await db
    .select({ id: erasure.connectionId })
    .from(erasure)
    .where(
      or(
        eq(erasure.rounds, 0),
        and(lt(erasure.rounds, ROUNDS), lte(erasure.createdAt, now - SECOND_ROUND_MS)),
      ),
    )
    .orderBy(asc(erasure.createdAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

export async function keepErased(db: Database, connectionId: string): Promise<void> {
  await db
    .update(erasure)
    .set({ rounds: sql`${erasure.rounds} + 1` })
    .where(eq(erasure.connectionId, connectionId));
}

/** Whether there was such a connection until lately. */
export async function wasDeleted(db: Database, connectionId: string): Promise<boolean> {
  const rows = await db
    .select({ id: erasure.connectionId })
    .from(erasure)
    .where(eq(erasure.connectionId, connectionId));
  return rows.length > 0;
}

/** Forgets connections that were deleted long ago. */
export async function sweepErasures(db: Database, now: number): Promise<void> {
  await db
    .delete(erasure)
    .where(and(eq(erasure.rounds, ROUNDS), lt(erasure.createdAt, now - KEPT_MS)));
}
