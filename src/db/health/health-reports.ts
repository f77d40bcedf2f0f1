import { and, eq, isNull, lte, or, sql } from "drizzle-orm";
import type { CheckState, RunningCheck } from "../../domain/health/check-run";
import type { CheckReport } from "../../domain/health/finding";
import type { Database } from "../database";
import { connectionCheck } from "../schema/health";

export async function findCheck(db: Database, connectionId: string): Promise<CheckState> {
  const [row] = await db
    .select({ report: connectionCheck.report, running: connectionCheck.running })
    .from(connectionCheck)
    .where(eq(connectionCheck.connectionId, connectionId))
    .limit(1);
  return row ?? { report: null, running: null };
}

const beganAt = sql<number>`json_extract(${connectionCheck.running}, '$.startedAt')`;

/** Begins a run where none is under way that began after `deadBefore`; false where one is. */
async function claimRun(
  db: Database,
  connectionId: string,
  startedAt: number,
  deadBefore: number,
): Promise<boolean> {
  const running = { startedAt, done: [] };
  const claimed = await db
    .insert(connectionCheck)
    .values({ connectionId, running })
    .onConflictDoUpdate({
      target: connectionCheck.connectionId,
      set: { running },
      setWhere: or(isNull(connectionCheck.running), lte(beganAt, deadBefore)),
    })
    .returning({ connectionId: connectionCheck.connectionId });
  return claimed.length === 1;
}

/** Says how far a run is, or ends it with null; one that another has taken over says nothing more. */
async function putRunning(
  db: Database,
  connectionId: string,
  startedAt: number,
  running: RunningCheck | null,
): Promise<void> {
  await db.update(connectionCheck).set({ running }).where(isRun(connectionId, startedAt));
}

/** Keeps the report of a run and ends it; what one that was taken over saw is out of date. */
async function putReport(
  db: Database,
  connectionId: string,
  startedAt: number,
  report: CheckReport,
): Promise<void> {
  await db
    .update(connectionCheck)
    .set({ report, running: null })
    .where(isRun(connectionId, startedAt));
}

function isRun(connectionId: string, startedAt: number) {
  return and(eq(connectionCheck.connectionId, connectionId), eq(beganAt, startedAt));
}

/** The health reports of one connection. */
export function healthReportsOf(db: Database, connectionId: string) {
  return {
    find: () => findCheck(db, connectionId),
    claim: (startedAt: number, deadBefore: number) =>
      claimRun(db, connectionId, startedAt, deadBefore),
    putRunning: (startedAt: number, running: RunningCheck | null) =>
      putRunning(db, connectionId, startedAt, running),
    putReport: (startedAt: number, report: CheckReport) =>
      putReport(db, connectionId, startedAt, report),
    /** What it says is of a state that is over: the connection counts as never checked. */
    forget: () => db.delete(connectionCheck).where(eq(connectionCheck.connectionId, connectionId)),
  };
}
