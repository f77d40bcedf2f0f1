import { and, eq, lte, sql } from "drizzle-orm";
import type { Database } from "../database";
import { connection } from "../schema/connections";
import { reconciliationPlan } from "../schema/reports";

export interface DueReconciliation {
  connectionId: string;
  /** 0: nobody has said when. */
  dueAt: number;
  /** Of the store. */
  timeZone: string;
}

/** Active connections that nobody has planned get a place in the plan. */
export async function planNew(db: Database): Promise<void> {
  await db.run(sql`
    INSERT OR IGNORE INTO reconciliation_plan (connection_id)
    SELECT id FROM connection WHERE state = 'active'
      AND id NOT IN (SELECT connection_id FROM reconciliation_plan)`);
}

/** Active connections that are due, those longest due first. `now`: epoch ms. */
export async function listDue(
  db: Database,
  now: number,
  limit: number,
): Promise<DueReconciliation[]> {
  const { connectionId, dueAt } = reconciliationPlan;
  const timeZone = sql<string>`coalesce(${connection.sourceStore}->>'timeZone', 'UTC')`;
  return db
    .select({ connectionId, dueAt, timeZone })
    .from(reconciliationPlan)
    .innerJoin(connection, eq(connection.id, connectionId))
    .where(and(lte(dueAt, now), eq(connection.state, "active")))
    .orderBy(dueAt)
    .limit(limit);
}

/** A connection was compared; the next time is due then, epoch ms. */
export async function planNext(db: Database, connectionId: string, next: number): Promise<void> {
  await db
    .update(reconciliationPlan)
    .set({ dueAt: next })
    .where(eq(reconciliationPlan.connectionId, connectionId));
}

/** Moves a connection on; false: another has done so. Epoch ms. */
export async function moveOn(
  db: Database,
  { connectionId, dueAt }: Pick<DueReconciliation, "connectionId" | "dueAt">,
  next: number,
): Promise<boolean> {
  const moved = await db
    .update(reconciliationPlan)
    .set({ dueAt: next })
    .where(
      and(eq(reconciliationPlan.connectionId, connectionId), eq(reconciliationPlan.dueAt, dueAt)),
    )
    .returning({ connectionId: reconciliationPlan.connectionId });
  return moved.length === 1;
}
