import { eq } from "drizzle-orm";
import type { CheckReport } from "../domain/finding";
import type { Database } from "../services";
import { connectionCheck } from "./schema";

/** A check under way: when it began and which sides are through. */
export interface RunningCheck {
  startedAt: number;
  done: readonly string[];
}

export interface CheckState {
  report: CheckReport | null;
  running: RunningCheck | null;
}

export async function findCheck(db: Database, connectionId: string): Promise<CheckState> {
  const [row] = await db
    .select({ report: connectionCheck.report, running: connectionCheck.running })
    .from(connectionCheck)
    .where(eq(connectionCheck.connectionId, connectionId))
    .limit(1);
  return row ?? { report: null, running: null };
}

/** Of two checks at once the last word counts: both looked at the same shops. */
export async function putRunning(
  db: Database,
  connectionId: string,
  running: RunningCheck | null,
): Promise<void> {
  await db
    .insert(connectionCheck)
    .values({ connectionId, running })
    .onConflictDoUpdate({ target: connectionCheck.connectionId, set: { running } });
}

/** Keeps the newest report and ends the run. */
export async function putReport(
  db: Database,
  connectionId: string,
  report: CheckReport,
): Promise<void> {
  const set = { report, running: null };
  await db
    .insert(connectionCheck)
    .values({ connectionId, ...set })
    .onConflictDoUpdate({ target: connectionCheck.connectionId, set });
}
