import { and, desc, eq } from "drizzle-orm";
import type { SyncError } from "../../domain/errors/sync-error";
import type { Database } from "../database";
import { problem } from "../schema/connections";

export type ProblemRow = typeof problem.$inferSelect;

/** The open problems of one connection; `now` stamps the rows, epoch ms. */
export function problemsOf(db: Database, connectionId: string, now: () => number) {
  return new ProblemRepository(db, connectionId, now);
}

class ProblemRepository {
  constructor(
    private readonly db: Database,
    private readonly connectionId: string,
    private readonly now: () => number,
  ) {}

  /**
   * Opens a problem or refreshes the one under the same key ("source", "channel", "order:<id>",
   * "product:<id>"); the time it was first seen stays.
   */
  async raise(key: string, { code, remedy, facts }: SyncError): Promise<void> {
    const now = this.now();
    const seen = { code, remedy, facts, lastSeenAt: now };
    await this.db
      .insert(problem)
      .values({ connectionId: this.connectionId, key, ...seen, firstSeenAt: now })
      .onConflictDoUpdate({ target: [problem.connectionId, problem.key], set: seen });
  }

  /** The next success of the same key closes it. */
  async clear(key: string): Promise<void> {
    await this.db
      .delete(problem)
      .where(and(eq(problem.connectionId, this.connectionId), eq(problem.key, key)));
  }

  async find(key: string): Promise<ProblemRow | undefined> {
    const [row] = await this.db
      .select()
      .from(problem)
      .where(and(eq(problem.connectionId, this.connectionId), eq(problem.key, key)));
    return row;
  }

  /** The latest first. */
  list(limit: number): Promise<ProblemRow[]> {
    return this.db
      .select()
      .from(problem)
      .where(eq(problem.connectionId, this.connectionId))
      .orderBy(desc(problem.lastSeenAt))
      .limit(limit);
  }
}
