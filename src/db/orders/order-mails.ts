/** Which connections have orders that failed after their last retry, and whose owners know of it. */
import { sql } from "drizzle-orm";
import type { Database } from "../database";
import { orderMail } from "../schema/orders";

/** Orders that stay so are mailed about once more. */
const AGAIN_MS = 24 * 3_600_000;
const MOST_MAILS = 20;

export interface MailWanted {
  connectionId: string;
  connectionName: string;
  accountId: string;
  orders: number;
}

/** Once nothing of a connection needs anybody, the next order that does is news. `now` in epoch ms. */
export async function listMailsWanted(db: Database, now: number): Promise<MailWanted[]> {
  await db.delete(orderMail).where(
    sql`NOT EXISTS (SELECT 1 FROM problem WHERE problem.connection_id = ${orderMail.connectionId}
      AND key LIKE 'order:%' AND code = 'order.needs_action')`,
  );
  return db.all(sql`
    SELECT c.id AS connectionId, c.name AS connectionName, c.account_id AS accountId,
      count(*) AS orders
    FROM problem AS p JOIN connection AS c ON c.id = p.connection_id
    LEFT JOIN order_mail AS m ON m.connection_id = p.connection_id
    WHERE p.code = 'order.needs_action' AND p.key LIKE 'order:%' AND c.state = 'active'
      AND coalesce(m.sent_at, 0) < ${now - AGAIN_MS}
    GROUP BY c.id LIMIT ${MOST_MAILS}`);
}

/** Before the mail goes out: one that is lost is better than one a minute. */
export async function noteMailed(
  db: Database,
  connectionId: string,
  sentAt: number,
): Promise<void> {
  await db
    .insert(orderMail)
    .values({ connectionId, sentAt })
    .onConflictDoUpdate({ target: orderMail.connectionId, set: { sentAt } });
}
