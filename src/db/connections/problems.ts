import { and, count, desc, eq } from "drizzle-orm";
import type { SyncError } from "../../domain/errors/sync-error";
import type { Database } from "../database";
import { connection, problem } from "../schema/connections";

export type ProblemRow = typeof problem.$inferSelect;

/**
 * Opens a problem or refreshes the one under the same key ("source", "channel", "order:<id>",
 * "product:<id>"); the time it was first seen stays.
 */
export async function raiseProblem(
  db: Database,
  connectionId: string,
  key: string,
  error: SyncError,
  now: number,
): Promise<void> {
  const seen = { code: error.code, remedy: error.remedy, facts: error.facts };
  await db
    .insert(problem)
    .values({ connectionId, key, ...seen, firstSeenAt: now, lastSeenAt: now })
    .onConflictDoUpdate({
      target: [problem.connectionId, problem.key],
      set: { ...seen, lastSeenAt: now },
    });
}

/** The next success of the same key closes it. */
export async function clearProblem(db: Database, connectionId: string, key: string): Promise<void> {
  await db.delete(problem).where(and(eq(problem.connectionId, connectionId), eq(problem.key, key)));
}

export function listProblems(db: Database, connectionId: string, limit: number) {
  return db
    .select()
    .from(problem)
    .where(eq(problem.connectionId, connectionId))
    .orderBy(desc(problem.lastSeenAt))
    .limit(limit);
}

/** Open problems by connection. */
export async function countProblems(db: Database, accountId: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ connectionId: problem.connectionId, count: count() })
    .from(problem)
    .innerJoin(connection, eq(connection.id, problem.connectionId))
    .where(eq(connection.accountId, accountId))
    .groupBy(problem.connectionId);
  return new Map(rows.map((row) => [row.connectionId, row.count]));
}
