import { and, desc, eq, isNull } from "drizzle-orm";
import type { Database } from "../database";
import { cursorText, olderThan, readCursor } from "../cursor";
import { activity } from "../schema/accounts";

export type ActivityRow = typeof activity.$inferSelect;
const PAGE_SIZE = 50;

/** What somebody did, append-only; `kind` is a stable dotted name such as "connection.created". */
export async function addActivity(
  db: Database,
  row: Omit<ActivityRow, "createdAt">,
  now: number,
): Promise<void> {
  await db.insert(activity).values({ ...row, createdAt: now });
}

/** Of a connection, or of the account as a whole; newest first. */
export async function listActivities(
  db: Database,
  accountId: string,
  connectionId: string | null,
  cursor: string | undefined,
): Promise<{ rows: ActivityRow[]; next: string | null }> {
  const rows = await db
    .select()
    .from(activity)
    .where(
      and(
        eq(activity.accountId, accountId),
        connectionId === null
          ? isNull(activity.connectionId)
          : eq(activity.connectionId, connectionId),
        olderThan(activity.createdAt, activity.id, readCursor(cursor)),
      ),
    )
    .orderBy(desc(activity.createdAt), desc(activity.id))
    .limit(PAGE_SIZE + 1);
  return cutPage(rows);
}

function cutPage(rows: ActivityRow[]): { rows: ActivityRow[]; next: string | null } {
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  const next = rows.length > PAGE_SIZE && last ? cursorText(last.createdAt, last.id) : null;
  return { rows: page, next };
}
