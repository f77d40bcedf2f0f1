import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../database";
import { activity, authUser } from "../schema/accounts";
import { task } from "../schema/tasks";

/**
 * A person goes, with memberships, sessions, password and authenticator. What was done stays, without
 * their name, e-mail and network addresses. False, and nothing is changed, where an account would lose
 * its last owner.
 */
export async function deletePerson(
  db: Database,
  { userId, name, email }: { userId: string; name: string; email: string },
): Promise<boolean> {
  const isSpared = sql`NOT EXISTS (SELECT 1 FROM member AS own WHERE own.user_id = ${userId}
    AND own.role = 'owner' AND own.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM member AS other
      WHERE other.account_id = own.account_id AND other.user_id <> ${userId}
      AND other.role = 'owner' AND other.removed_at IS NULL))`;
  const accounts = sql`(SELECT account_id FROM member WHERE user_id = ${userId})`;
  const connections = sql`(SELECT id FROM connection WHERE account_id IN ${accounts})`;
  const namesThem = sql`(${activity.actor} = ${userId} AND ${activity.kind} LIKE 'security.%')
    OR (${activity.kind} LIKE 'person.%' AND (json_extract(${activity.facts}, '$.email') = ${email}
      OR ${name} IN (json_extract(${activity.facts}, '$.name'), json_extract(${activity.facts}, '$.newName'))))`;
  const [, , gone] = await db.batch([
    db
      .update(task)
      .set({ startedBy: "" })
      .where(and(inArray(task.connectionId, connections), eq(task.startedBy, name), isSpared)),
    db
      .update(activity)
      .set({ facts: {} })
      .where(and(inArray(activity.accountId, accounts), sql`(${namesThem})`, isSpared)),
    db
      .delete(authUser)
      .where(and(eq(authUser.id, userId), isSpared))
      .returning({ id: authUser.id }),
  ]);
  return gone.length > 0;
}
