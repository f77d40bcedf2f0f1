import { sql } from "drizzle-orm";
import type { Database } from "../database";
import { inOneTransaction } from "../in-one-transaction";

/**
 * The pending secret becomes the current one and the current one the previous, in one step. Only
 * while the row of the pending secret is still the one that was read: a second promotion of it
 * changes nothing.
 */
export async function promoteSecret(
  db: Database,
  connectionId: string,
  sealed: { pending: string; current: string; previous: string; previousExpiresAt: number },
  now: number,
): Promise<void> {
  const isPending = sql`EXISTS (SELECT 1 FROM credential WHERE connection_id = ${connectionId}
    AND field = 'webhook_secret_next' AND sealed = ${sealed.pending})`;
  await inOneTransaction(db, [
    sql`INSERT INTO credential
        (connection_id, field, sealed, state, expires_at, version, updated_at)
      SELECT ${connectionId}, 'webhook_secret_previous', ${sealed.previous}, 'valid',
        ${sealed.previousExpiresAt}, 1, ${now} WHERE ${isPending}
      ON CONFLICT (connection_id, field) DO UPDATE SET sealed = excluded.sealed,
        expires_at = excluded.expires_at, version = version + 1, updated_at = excluded.updated_at`,
    sql`UPDATE credential SET sealed = ${sealed.current}, version = version + 1,
        updated_at = ${now}
      WHERE connection_id = ${connectionId} AND field = 'webhook_secret' AND ${isPending}`,
    sql`DELETE FROM credential WHERE connection_id = ${connectionId}
        AND field = 'webhook_secret_next' AND sealed = ${sealed.pending}`,
  ]);
}
