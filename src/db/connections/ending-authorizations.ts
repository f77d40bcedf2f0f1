/** Authorisations that end soon, and the warnings that were given of them. Epoch ms. */
import { and, eq, gt, inArray, lte, ne, sql } from "drizzle-orm";
import { AUTHORIZATION_PROBLEM } from "../../domain/errors/problem-key";
import type { Database } from "../database";
import { connection, credential, problem } from "../schema/connections";

export interface EndingAuthorization {
  connectionId: string;
  accountId: string;
  /** Of the connection. */
  name: string;
  expiresAt: number;
}

/** Connections whose authorisation ends after `now` and until `until`, the next first. */
export async function listEnding(
  db: Database,
  now: number,
  until: number,
  limit: number,
): Promise<EndingAuthorization[]> {
  const { connectionId } = credential;
  const expiresAt = sql<number>`${credential.expiresAt}`;
  return db
    .select({ connectionId, accountId: connection.accountId, name: connection.name, expiresAt })
    .from(credential)
    .innerJoin(connection, eq(connection.id, connectionId))
    .where(
      and(
        eq(credential.field, "channel_tokens"),
        ne(credential.state, "revoked"),
        gt(credential.expiresAt, now),
        lte(credential.expiresAt, until),
        inArray(connection.state, ["active", "paused"]),
      ),
    )
    .orderBy(credential.expiresAt)
    .limit(limit);
}

/** Opens or renews the problem; false: this warning, or a later one, was given before. */
export async function claimWarning(
  db: Database,
  { connectionId, expiresAt }: Pick<EndingAuthorization, "connectionId" | "expiresAt">,
  days: number,
  now: number,
): Promise<boolean> {
  const facts = { days, expiresAt };
  const seen = { code: "channel.authorization_ends", remedy: "reconnect", facts, lastSeenAt: now };
  const claimed = await db
    .insert(problem)
    .values({ connectionId, key: AUTHORIZATION_PROBLEM, ...seen, firstSeenAt: now })
    .onConflictDoUpdate({
      target: [problem.connectionId, problem.key],
      set: seen,
      setWhere: sql`${problem.facts}->>'expiresAt' <> ${expiresAt}
        OR ${problem.facts}->>'days' > ${days}`,
    })
    .returning({ key: problem.key });
  return claimed.length === 1;
}

/** Warnings of authorisations that were renewed since, or are over, are not open any more. */
export async function clearWarnings(db: Database, now: number, until: number): Promise<void> {
  await db.delete(problem).where(
    and(
      eq(problem.key, AUTHORIZATION_PROBLEM),
      sql`NOT EXISTS (SELECT 1 FROM ${credential} c WHERE c.connection_id = problem.connection_id
        AND c.field = 'channel_tokens' AND c.state <> 'revoked'
        AND c.expires_at > ${now} AND c.expires_at <= ${until})`,
    ),
  );
}
